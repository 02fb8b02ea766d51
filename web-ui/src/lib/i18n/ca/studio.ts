import type en from '../en/studio';
import { plural } from '../plural';

const n = plural('ca');

export default {
  title: 'Estudi',
  intro: 'Els teus cursos, què cal arreglar encara i com els veuran les persones que els facin.',
  course: 'Curs',
  kind: 'Format',
  languages: 'Llengües',
  published: 'Publicat',
  draft: 'Esborrany',
  none: 'cap',
  findings: 'Avisos',
  clean: 'Res per arreglar',
  blocks: (count: number) => n(count, '{n} impedeix publicar', '{n} impedeixen publicar'),
  warns: (count: number) => n(count, '{n} per mirar', '{n} per mirar'),
  changed: 'Últim canvi',
  empty: 'Encara no hi ha cap curs',
  emptyHelp:
    'Els cursos són carpetes de fitxers de text. Incorpora’n un aquí sota i apareixerà amb el que cal arreglar.',
  upload: {
    title: 'Incorpora un curs',
    help: 'Un arxiu zip amb la carpeta d’un curs, o amb lliçons en Markdown: 64 MB com a màxim. Es converteix en un esborrany; el que és publicat no canvia.',
    file: 'Arxiu',
    choose: 'Primer tria un arxiu.',
    tooLarge:
      'L’arxiu passa de 64 MB. Fes més petits els vídeos i les imatges, o treu el que cap lliçó no mostra.',
    send: 'Incorpora’l',
    sending: 'S’està incorporant…',
    came: (title: string) => `«${title}» ja hi és`,
    same: (title: string) => `«${title}» és igual que abans: no ha canviat res`,
    counts: (modules: number, units: number, questions: number) =>
      `${n(modules, '{n} mòdul', '{n} mòduls')}, ${n(units, '{n} lliçó', '{n} lliçons')}, ${n(questions, '{n} pregunta', '{n} preguntes')}.`,
    leftOut: (count: number) => n(count, '{n} cosa s’ha quedat fora', '{n} coses s’han quedat fora'),
    nearly: (count: number) =>
      n(count, '{n} cosa ha passat gairebé igual', '{n} coses han passat gairebé igual'),
    open: 'Mira l’esborrany i què cal arreglar',
    refused: 'D’aquest arxiu encara no se’n pot fer un curs. No se n’ha desat res.',
  },
  versions: 'Versions',
  version: (number: number) => `Versió ${number}`,
  state: { draft: 'Esborrany', published: 'Publicada', superseded: 'Versió anterior' },
  created: 'Arribada',
  publishedOn: 'Publicada el',
  learners: 'Inscripcions',
  harmless: 'canvi petit',
  preview: 'Previsualitza',
  previewOf: (title: string) => `Previsualització: ${title}`,
  whatToMend: 'Què cal arreglar',
  groupBlocks: 'Això impedeix publicar',
  groupWarns: 'Val la pena mirar-ho abans de publicar',
  groupAccepted: 'Llegit i acceptat per l’autoria',
  line: (line: number) => `línia ${line}`,
  allClear: 'La revisió no ha trobat res per arreglar. Aquest curs es pot publicar.',
  publicPage: 'Mira la pàgina pública',
  previewNote: 'Previsualització: veus el que veu qui aprèn. Les respostes es valoren i no es desa res.',
  back: 'Torna al curs',
} satisfies typeof en;
