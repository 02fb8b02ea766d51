type Section = [title: string, paragraphs: string[]];

export default {
  accessibility: {
    title: 'Accessibility',
    sections: [
      [
        'What we aim for',
        [
          'Everyone should be able to learn here: without a mouse, with a screen reader, with large letters, on an old phone. We follow the Web Content Accessibility Guidelines 2.2, level AA.',
        ],
      ],
      [
        'What you can do',
        [
          'Every page works with the keyboard alone. The first Tab key shows a link that jumps to the content.',
          'You can enlarge the letters to 400 % and change the distance between lines. Nothing is cut off.',
          'At the foot of each page you choose light or dark colours. A stronger contrast follows the setting of your device, and so does less movement.',
          'Videos have captions and a transcript, recordings have a transcript, and pictures have a description.',
        ],
      ],
      [
        'What does not work well yet',
        [
          'Courses that come from outside may have pictures without a description. The check before publishing finds them, but an author may accept them.',
          'Questions on a picture can be answered by a list; the picture itself cannot be enlarged separately.',
          'No outside body has audited this version yet.',
        ],
      ],
      [
        'Tell us',
        [
          'If something stops you, call the help number at the foot of the page or tell the people who gave you the course. Say which page it was and what you wanted to do.',
        ],
      ],
    ] as Section[],
  },
  privacy: {
    title: 'Privacy',
    sections: [
      [
        'What we keep',
        [
          'Your name, your user name and your language. An e-mail address is not needed. Your password is kept only in a form that nobody can read back.',
          'What you do in a course: lessons opened and read, answers, results, points and certificates.',
        ],
      ],
      [
        'What for',
        [
          'To save your progress, to issue certificates and let others check them by their number, and to count how many people learn. Figures that leave this service hold no names.',
        ],
      ],
      [
        'Who sees it',
        [
          'You, and the people who administer this service. Whoever has the number of a certificate sees what stands on it.',
        ],
      ],
      [
        'Nothing goes to third parties',
        [
          'This service loads nothing from other companies: no advertising, no tracking, no fonts or scripts from elsewhere.',
        ],
      ],
      [
        'In your browser',
        [
          'One cookie keeps you signed in. The browser also remembers your language, your colours and answers that are not sent yet.',
        ],
      ],
      [
        'Your rights',
        [
          'You can correct your name in your profile. To see, take with you or erase your data, call the help number at the foot of the page.',
        ],
      ],
    ] as Section[],
  },
};
