/**
 * What the server's description leaves open and its documents promise, until the description says it itself.
 * `generate.js` names the entries that are no longer needed.
 */
const named = (name) => ({ $ref: `#/components/schemas/${name}` });
const anyOf = (...values) => ({ type: 'string', enum: values });
const orNull = (schema) => ({ oneOf: [schema, { type: 'null' }] });
const map = (schema) => ({ type: 'object', additionalProperties: schema });
const list = (schema) => ({ type: 'array', items: schema });

const kind = anyOf('mooc', 'instant', 'masterclass');
const role = anyOf('learner', 'author', 'administrator');
const unitType = anyOf('lesson', 'quiz');
const enrolmentState = anyOf('active', 'completed', 'closed', 'withdrawn');
const certificateKind = anyOf('attendance', 'completion');
const ruleKind = anyOf('attendance', 'completion', 'none');
const reason = anyOf('error', 'fraud', 'request', 'other');
const words = map({ oneOf: [{ type: 'string' }, { type: 'number' }] });

/** The better schema of a property, by `Schema.property`. */
export const PROPERTIES = {
  'AttemptView.answers': map(named('Answer')),
  'AttemptView.questions': list({
    allOf: [
      named('BlockContent'),
      { type: 'object', required: ['type'], properties: { type: anyOf('question') } },
    ],
  }),
  'CertificateLink.kind': certificateKind,
  'CertificateView.kind': certificateKind,
  'CertificateView.reason': orNull(reason),
  'CertificateView.state': anyOf('valid', 'replaced', 'revoked', 'expired'),
  'CompletionView.certificate': ruleKind,
  'CourseCard.kind': kind,
  'DemoPerson.role': role,
  'EnrolmentSummary.kind': kind,
  'EnrolmentSummary.state': enrolmentState,
  'EntryBody.role': role,
  'FactIn.answer': orNull(named('Answer')),
  'FactOut.status': anyOf('recorded', 'known', 'refused'),
  'FieldProblem.params': words,
  'FindingView.severity': anyOf('blocks', 'warns'),
  'HoursView.kind': anyOf('nominal', 'measured'),
  'Me.roles': list(role),
  'Problem.params': words,
  'QuestionResult.answer': orNull(named('Answer')),
  'QuestionResult.feedback': orNull(named('Feedback')),
  'QuestionStateView.feedback': orNull(named('Feedback')),
  'QuestionStateView.last': orNull(named('Answer')),
  'Reason.params': words,
  'RevocationBody.reason': reason,
  'RosterLine.state': enrolmentState,
  'Rule.certificate': ruleKind,
  'StudioCourse.kind': kind,
  'StudioPage.kind': kind,
  'TryBody.answer': named('Answer'),
  'UnitOutline.state': anyOf('locked', 'new', 'open', 'done'),
  'UnitOutline.type': unitType,
  'UnitStateView.state': anyOf('locked', 'new', 'open', 'done'),
  'UnitView.type': unitType,
  'VerdictView.feedback': orNull(named('Feedback')),
  'VersionView.state': anyOf('draft', 'published', 'superseded'),
};

/** Properties that are left out, and not `null`, when there is nothing to say. */
export const LEFT_OUT = ['FactOut.code', 'FactOut.verdict', 'LiveView.link', 'LiveView.calendar'];
