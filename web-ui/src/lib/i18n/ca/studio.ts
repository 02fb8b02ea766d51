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
    'Els cursos són carpetes de fitxers de text. Porta’n una amb «aulari import» i apareixerà aquí amb el que cal arreglar.',
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
