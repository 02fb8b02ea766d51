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
    'Los cursos son carpetas de ficheros de texto. Trae una con «aulari import» y aparecerá aquí con lo que hay que arreglar.',
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
