import type en from '../en/admin';
import { plural } from '../plural';

const n = plural('es');

export default {
  title: 'Administración',
  overview: 'Resumen',
  courses: 'Cursos',
  enrolments: 'Inscripciones',
  certificates: 'Certificados',
  figures: {
    people: ['Personas', 'Todo el mundo que tiene una cuenta en este servicio.'],
    enrolments: [
      'Inscripciones',
      'Una persona en un curso cuenta una vez, en el idioma que sea y vuelva las veces que vuelva.',
    ],
    completions: ['Cursos terminados', 'Inscripciones que han cumplido la regla de su curso.'],
    closed: [
      'Ya tenían lo necesario',
      'Cursos que se han cerrado porque la persona ya tenía lo que necesitaba. No son ningún fracaso.',
    ],
    stopped: ['Parados', 'Cursos empezados de los que hace cuatro semanas que no se sabe nada.'],
    certificates: ['Certificados', 'Certificados emitidos, también los revocados y los sustituidos.'],
  },
  waiting: (count: number) => n(count, '{n} certificado espera', '{n} certificados esperan'),
  waitingHelp:
    'No hay ningún emisor configurado y todavía no los firma nadie. Pon el nombre legal y el NIF de la organización en la configuración; entonces se emitirán solos.',
  waitingSoon: 'Se están emitiendo.',
  issuerMissing: 'No hay ningún emisor configurado',
  issuerMissingHelp:
    'Antes del primer certificado, pon el nombre legal y el NIF de la organización en la configuración.',
  definition: 'Qué cuenta',
  search: 'Nombre o nombre de usuario',
  searchCertificates: 'Nombre, curso o número',
  filter: 'Filtrar',
  state: 'Estado',
  all: 'Todos',
  states: { active: 'En curso', completed: 'Terminada', closed: 'Cerrada', withdrawn: 'Retirada' },
  certificateStates: { valid: 'Válido', replaced: 'Sustituido', revoked: 'Revocado', expired: 'Caducado' },
  person: 'Persona',
  login: 'Nombre de usuario',
  course: 'Curso',
  progress: 'Progreso',
  started: 'Inicio',
  last: 'Última visita',
  completed: 'Final',
  certificate: 'Certificado',
  issued: 'Emitido',
  number: 'Número',
  action: 'Acción',
  nothing: 'Nada cumple este filtro.',
  see: 'Ver',
  publish: 'Publicar',
  publishTitle: (title: string) => `¿Quieres publicar «${title}»?`,
  publishHelp:
    'Quien empiece a partir de ahora tendrá esta versión. Quien está a la mitad sigue con la suya.',
  harmless:
    'Es un cambio pequeño (ortografía, una palabra más clara): también lo recibirá quien está a la mitad',
  published: (number: number) => `La versión ${number} está publicada.`,
  publishedVersion: 'Publicado',
  draftVersion: 'Borrador',
  findings: 'Avisos',
  mendFirst: 'Primero hay que arreglarlo',
  replace: 'Sustituir',
  replaceTitle: '¿Quieres emitir otra vez este certificado?',
  replaceHelp: (holder: string) =>
    `El nuevo llevará el nombre que hay hoy en la cuenta. El que está a nombre de ${holder} dirá que fue sustituido.`,
  evidence: 'Qué acredita el nombre',
  evidenceHint: 'Por ejemplo «documento de identidad visto en el mostrador». Solo lo ve la administración.',
  evidenceMissing: 'Escribe en pocas palabras qué acredita el nombre.',
  replaced: 'El certificado se ha sustituido.',
  revoke: 'Revocar',
  revokeTitle: '¿Quieres revocar este certificado?',
  revokeHelp: (holder: string, course: string) =>
    `${holder}, «${course}». Quien lo compruebe verá enseguida que ya no cuenta. Esto no se puede deshacer.`,
  reason: 'Motivo',
  reasons: {
    error: 'Un error en los datos',
    fraud: 'Se obtuvo con un engaño',
    request: 'Lo ha pedido la persona',
    other: 'Otro motivo',
  },
  note: 'Nota para el registro',
  noteHint: 'Solo la ve la administración. No escribas detalles privados.',
  noteMissing: 'Escribe en una frase por qué.',
  revoked: 'El certificado está revocado.',
} satisfies typeof en;
