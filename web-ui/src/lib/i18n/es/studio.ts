import type en from '../en/studio';
import { plural } from '../plural';

const n = plural('es');

export default {
  title: 'Estudio',
  intro: 'Tus cursos, qué hay que arreglar todavía y cómo los verán las personas que los hagan.',
  course: 'Curso',
  kind: 'Formato',
  languages: 'Idiomas',
  published: 'Publicado',
  draft: 'Borrador',
  none: 'ninguno',
  findings: 'Avisos',
  clean: 'Nada que arreglar',
  blocks: (count: number) => n(count, '{n} impide publicar', '{n} impiden publicar'),
  warns: (count: number) => n(count, '{n} para mirar', '{n} para mirar'),
  changed: 'Último cambio',
  empty: 'Todavía no hay ningún curso',
  emptyHelp:
    'Los cursos son carpetas de ficheros de texto. Incorpora uno aquí debajo y aparecerá con lo que hay que arreglar.',
  upload: {
    title: 'Incorpora un curso',
    help: 'Un archivo zip con la carpeta de un curso, o con lecciones en Markdown: 64 MB como máximo. Se convierte en un borrador; lo publicado no cambia.',
    file: 'Archivo',
    choose: 'Primero elige un archivo.',
    tooLarge:
      'El archivo pasa de 64 MB. Haz más pequeños los vídeos y las imágenes, o quita lo que ninguna lección muestra.',
    send: 'Incorpóralo',
    sending: 'Se está incorporando…',
    came: (title: string) => `«${title}» ya está aquí`,
    same: (title: string) => `«${title}» es igual que antes: no ha cambiado nada`,
    counts: (modules: number, units: number, questions: number) =>
      `${n(modules, '{n} módulo', '{n} módulos')}, ${n(units, '{n} lección', '{n} lecciones')}, ${n(questions, '{n} pregunta', '{n} preguntas')}.`,
    leftOut: (count: number) => n(count, '{n} cosa se ha quedado fuera', '{n} cosas se han quedado fuera'),
    nearly: (count: number) => n(count, '{n} cosa ha pasado casi igual', '{n} cosas han pasado casi igual'),
    open: 'Mira el borrador y qué hay que arreglar',
    refused: 'De este archivo todavía no se puede hacer un curso. No se ha guardado nada.',
  },
  versions: 'Versiones',
  version: (number: number) => `Versión ${number}`,
  state: { draft: 'Borrador', published: 'Publicada', superseded: 'Versión anterior' },
  created: 'Llegada',
  publishedOn: 'Publicada el',
  learners: 'Inscripciones',
  harmless: 'cambio pequeño',
  preview: 'Vista previa',
  previewOf: (title: string) => `Vista previa: ${title}`,
  whatToMend: 'Qué hay que arreglar',
  groupBlocks: 'Esto impide publicar',
  groupWarns: 'Vale la pena mirarlo antes de publicar',
  groupAccepted: 'Leído y aceptado por la autoría',
  line: (line: number) => `línea ${line}`,
  allClear: 'La revisión no ha encontrado nada que arreglar. Este curso se puede publicar.',
  publicPage: 'Ver la página pública',
  previewNote: 'Vista previa: ves lo que ve quien aprende. Las respuestas se valoran y no se guarda nada.',
  back: 'Volver al curso',
} satisfies typeof en;
