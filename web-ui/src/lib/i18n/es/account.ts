import type en from '../en/account';

export default {
  signInTitle: 'Entrar',
  signUpTitle: 'Crear una cuenta',
  noAccount: '¿Todavía no tienes cuenta?',
  haveAccount: '¿Ya tienes cuenta?',
  login: 'Nombre de usuario',
  loginHint: 'El nombre que elegiste al crear la cuenta.',
  newLoginHint:
    'De 3 a 40 letras minúsculas, cifras, puntos o guiones, o una dirección de correo. El correo no hace falta.',
  name: 'Tu nombre',
  nameHint: 'Como debe constar en tus certificados.',
  password: 'Contraseña',
  newPasswordHint:
    'Como mínimo 8 caracteres. Tres palabras seguidas son fáciles de recordar y difíciles de adivinar.',
  showPassword: 'Mostrar la contraseña',
  language: 'Idioma',
  summary: 'Antes de seguir, revisa esto:',
  errors: {
    nameMissing: 'Escribe tu nombre.',
    nameForm: 'Usa las letras de un nombre, sin signos especiales.',
    loginMissing: 'Escribe tu nombre de usuario.',
    loginForm:
      'Usa de 3 a 40 letras minúsculas, cifras, puntos, guiones o guiones bajos, o una dirección de correo completa.',
    loginTaken: 'Alguien ya usa este nombre. Elige otro.',
    passwordMissing: 'Escribe tu contraseña.',
    passwordShort: 'Usa como mínimo 8 caracteres.',
    passwordLong: 'Usa como máximo 128 caracteres.',
    passwordCommon: 'Mucha gente usa esta contraseña y es fácil de adivinar. Elige otra.',
    passwordEqual: 'La contraseña no puede contener el nombre de usuario.',
  },
  profileTitle: 'Mi perfil',
  save: 'Guardar',
  saved: 'Guardado.',
  rewards: 'Puntos e insignias',
  rewardsHint: 'Si prefieres aprender sin ellos, apágalos. Tu progreso y tus certificados no cambian.',
  rewardsOn: 'Mostrar mis puntos e insignias',
  signOutTitle: 'Marcharse',
  signOutHint: 'En un ordenador compartido, sal siempre cuando termines.',
} satisfies typeof en;
