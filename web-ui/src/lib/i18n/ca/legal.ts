import type en from '../en/legal';

export default {
  accessibility: {
    title: 'Accessibilitat',
    sections: [
      [
        'Què volem',
        [
          'Tothom ha de poder aprendre aquí: sense ratolí, amb un lector de pantalla, amb lletra gran, amb un mòbil antic. Seguim les Pautes d’accessibilitat per al contingut web 2.2, nivell AA.',
        ],
      ],
      [
        'Què pots fer',
        [
          'Cada pàgina funciona només amb el teclat. La primera pulsació del tabulador mostra un enllaç que salta al contingut.',
          'Pots ampliar la lletra fins al 400 % i canviar la distància entre línies. No es talla res.',
          'Al peu de cada pàgina tries colors clars o foscos. El contrast més fort i el moviment reduït segueixen la configuració del teu dispositiu.',
          'Els vídeos tenen subtítols i transcripció, els àudios tenen transcripció i les imatges tenen descripció.',
        ],
      ],
      [
        'Què encara no va prou bé',
        [
          'Els cursos que venen de fora poden tenir imatges sense descripció. La revisió abans de publicar les troba, però l’autoria les pot acceptar.',
          'Les preguntes sobre una imatge es poden respondre amb una llista; la imatge no es pot ampliar per separat.',
          'Cap entitat externa no ha auditat encara aquesta versió.',
        ],
      ],
      [
        'Explica’ns-ho',
        [
          'Si alguna cosa t’atura, truca al número d’ajuda del peu de la pàgina o digues-ho a qui t’ha donat el curs. Digues quina pàgina era i què hi volies fer.',
        ],
      ],
    ],
  },
  privacy: {
    title: 'Privacitat',
    sections: [
      [
        'Què guardem',
        [
          'El teu nom, el teu nom d’usuari i la teva llengua. El correu no cal. La contrasenya es guarda només d’una manera que ningú no pot tornar a llegir.',
          'El que fas en un curs: lliçons obertes i llegides, respostes, resultats, punts i certificats.',
        ],
      ],
      [
        'Per a què',
        [
          'Per desar el teu progrés, per emetre certificats i que altres els puguin comprovar amb el número, i per comptar quanta gent aprèn. Les xifres que surten d’aquest servei no porten noms.',
        ],
      ],
      [
        'Qui ho veu',
        [
          'Tu i les persones que administren aquest servei. Qui té el número d’un certificat veu el que hi consta.',
        ],
      ],
      [
        'No surt res cap a tercers',
        [
          'Aquest servei no carrega res d’altres empreses: ni publicitat, ni seguiment, ni lletres o programes d’altres llocs.',
        ],
      ],
      [
        'Al teu navegador',
        [
          'Una galeta manté la sessió oberta. El navegador també recorda la llengua, els colors i les respostes que encara no s’han enviat.',
        ],
      ],
      [
        'Els teus drets',
        [
          'Pots corregir el teu nom al perfil. Per veure, endur-te o esborrar les teves dades, truca al número d’ajuda del peu de la pàgina.',
        ],
      ],
    ],
  },
} satisfies typeof en;
