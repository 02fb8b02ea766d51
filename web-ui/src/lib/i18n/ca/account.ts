import type en from '../en/account';

export default {
  signInTitle: 'Entra',
  signUpTitle: 'Crea un compte',
  noAccount: 'Encara no tens compte?',
  haveAccount: 'Ja tens compte?',
  login: 'Nom d’usuari',
  loginHint: 'El nom que vas triar en crear el compte.',
  newLoginHint:
    'De 3 a 40 lletres minúscules, xifres, punts o guionets, o una adreça de correu. El correu no cal.',
  name: 'El teu nom',
  nameHint: 'Com ha de constar als teus certificats.',
  password: 'Contrasenya',
  newPasswordHint:
    'Com a mínim 8 caràcters. Tres paraules seguides són fàcils de recordar i difícils d’endevinar.',
  showPassword: 'Mostra la contrasenya',
  language: 'Llengua',
  summary: 'Abans de continuar, revisa això:',
  errors: {
    nameMissing: 'Escriu el teu nom.',
    nameForm: 'Fes servir les lletres d’un nom, sense signes especials.',
    loginMissing: 'Escriu el teu nom d’usuari.',
    loginForm:
      'Fes servir de 3 a 40 lletres minúscules, xifres, punts, guionets o guions baixos, o una adreça de correu sencera.',
    loginTaken: 'Algú ja fa servir aquest nom. Tria’n un altre.',
    passwordMissing: 'Escriu la teva contrasenya.',
    passwordShort: 'Fes servir com a mínim 8 caràcters.',
    passwordLong: 'Fes servir com a màxim 128 caràcters.',
    passwordCommon: 'Molta gent fa servir aquesta contrasenya i és fàcil d’endevinar. Tria’n una altra.',
    passwordEqual: 'La contrasenya no pot contenir el nom d’usuari.',
  },
  profileTitle: 'El meu perfil',
  save: 'Desa',
  saved: 'Desat.',
  rewards: 'Punts i insígnies',
  rewardsHint: 'Si t’estimes més aprendre sense, apaga’ls. El teu progrés i els teus certificats no canvien.',
  rewardsOn: 'Mostra els meus punts i insígnies',
  signOutTitle: 'Marxar',
  signOutHint: 'En un ordinador compartit, surt sempre quan acabis.',
} satisfies typeof en;
