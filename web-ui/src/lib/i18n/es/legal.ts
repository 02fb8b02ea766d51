import type en from '../en/legal';

export default {
  accessibility: {
    title: 'Accesibilidad',
    sections: [
      [
        'Qué queremos',
        [
          'Todo el mundo debe poder aprender aquí: sin ratón, con un lector de pantalla, con letra grande, con un móvil antiguo. Seguimos las Pautas de accesibilidad para el contenido web 2.2, nivel AA.',
        ],
      ],
      [
        'Qué puedes hacer',
        [
          'Cada página funciona solo con el teclado. La primera pulsación del tabulador muestra un enlace que salta al contenido.',
          'Puedes ampliar la letra hasta el 400 % y cambiar la distancia entre líneas. No se corta nada.',
          'Al pie de cada página eliges colores claros u oscuros. El contraste más fuerte y el movimiento reducido siguen la configuración de tu dispositivo.',
          'Los vídeos tienen subtítulos y transcripción, los audios tienen transcripción y las imágenes tienen descripción.',
        ],
      ],
      [
        'Qué no va bien todavía',
        [
          'Los cursos que vienen de fuera pueden tener imágenes sin descripción. La revisión antes de publicar las encuentra, pero la autoría puede aceptarlas.',
          'Las preguntas sobre una imagen se pueden responder con una lista; la imagen no se puede ampliar por separado.',
          'Ninguna entidad externa ha auditado todavía esta versión.',
        ],
      ],
      [
        'Cuéntanoslo',
        [
          'Si algo te frena, llama al número de ayuda del pie de la página o díselo a quien te dio el curso. Di qué página era y qué querías hacer.',
        ],
      ],
    ],
  },
  privacy: {
    title: 'Privacidad',
    sections: [
      [
        'Qué guardamos',
        [
          'Tu nombre, tu nombre de usuario y tu idioma. El correo no hace falta. La contraseña se guarda solo de una manera que nadie puede volver a leer.',
          'Lo que haces en un curso: lecciones abiertas y leídas, respuestas, resultados, puntos y certificados.',
        ],
      ],
      [
        'Para qué',
        [
          'Para guardar tu progreso, para emitir certificados y que otras personas los puedan comprobar con el número, y para contar cuánta gente aprende. Las cifras que salen de este servicio no llevan nombres.',
        ],
      ],
      [
        'Quién lo ve',
        [
          'Tú y las personas que administran este servicio. Quien tiene el número de un certificado ve lo que consta en él.',
        ],
      ],
      [
        'No sale nada hacia terceros',
        [
          'Este servicio no carga nada de otras empresas: ni publicidad, ni seguimiento, ni letras o programas de otros sitios.',
        ],
      ],
      [
        'En tu navegador',
        [
          'Una cookie mantiene la sesión abierta. El navegador también recuerda el idioma, los colores y las respuestas que todavía no se han enviado.',
        ],
      ],
      [
        'Tus derechos',
        [
          'Puedes corregir tu nombre en el perfil. Para ver, llevarte o borrar tus datos, llama al número de ayuda del pie de la página.',
        ],
      ],
    ],
  },
} satisfies typeof en;
