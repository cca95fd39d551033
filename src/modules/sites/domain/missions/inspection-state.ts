/*
What an inspection has become, event by event: the form as it stands, what each member said last, what came late, who signed, what was
sent under which instance, which actions are open. It decides nothing.
*/
import { decidingCriteria, findCriterion } from './criteria.ts'
import type { ActionSet } from './corrective-action.ts'
import type { CriterionFinding, InspectionEvent } from './inspection-words.ts'
import type { Member, MemberBody } from './mission.ts'
import { type AnsweredCriterion, type Proposal, isAnswer, proposeColour } from './propose-colour.ts'

export interface Submission {
  readonly instance: string
  readonly by: MemberBody
  /** Everything that was sent, as one text: equal texts are the same submission. */
  readonly content: string
}
export interface ActionState extends ActionSet {
  readonly closed: boolean
}

export interface InspectionState {
  readonly phase: 'none' | 'draft' | 'team-signed' | 'submitted' | 'accepted' | 'returned' | 'abandoned'
  /** The day of the visit; empty while nothing is open. */
  readonly date: string
  /** Whether the team stood on the site. A form that it filled in elsewhere gives no colour. */
  readonly onSite: boolean
  readonly members: readonly Member[]
  readonly findings: { readonly [criterion: string]: CriterionFinding }
  /** The last answer of each member to each criterion: the form holds one, the others stay readable. */
  readonly voices: { readonly [criterion: string]: { readonly [body: string]: CriterionFinding['answer'] } }
  /** What was found after the signatures; it joins the findings when the form comes back to the team. */
  readonly lateFindings: readonly CriterionFinding[]
  readonly submissions: readonly Submission[]
  readonly formVersion: string | null
  readonly dissents: readonly string[]
  readonly signatures: readonly { readonly body: MemberBody; readonly head: boolean }[]
  readonly result: 'green' | 'yellow' | 'red' | null
  /** The criteria that made the proposal, once the team has signed. */
  readonly because: readonly string[]
  readonly actions: readonly ActionState[]
}

export const initialInspection: InspectionState = {
  phase: 'none',
  date: '',
  onSite: false,
  members: [],
  findings: {},
  voices: {},
  lateFindings: [],
  submissions: [],
  formVersion: null,
  dissents: [],
  signatures: [],
  result: null,
  because: [],
  actions: [],
}

/** While it is open an answer changes the form; afterwards it is kept beside it. */
export const isOpen = ({ phase }: Pick<InspectionState, 'phase'>): boolean => phase === 'draft' || phase === 'returned'

/** The text by which a submission is known again. */
export const submissionText = ({
  form,
  xml,
  files,
}: {
  readonly form: object
  readonly xml: string
  readonly files: readonly object[]
}): string => JSON.stringify([form, xml, files])
/** The same answers word for word, with files that came since: nobody wrote anything else under the same identifier. */
export const isSameWithOtherFiles = (content: string, { form, xml }: { readonly form: object; readonly xml: string }): boolean =>
  content.startsWith(`${JSON.stringify([form, xml]).slice(0, -1)},`)

export function evolveInspection(state: InspectionState, event: InspectionEvent): InspectionState {
  switch (event.kind) {
    case 'inspection.opened.v1': {
      const { date, onSite, members, form } = event.payload
      return { ...state, phase: 'draft', date, onSite, members, formVersion: form?.version ?? null }
    }
    case 'inspection.findings-recorded.v1':
      return withFindings(state, event.payload)
    case 'inspection.answers-recorded.v1': {
      const { instance, by } = event.payload
      const submissions = [...state.submissions, { instance, by, content: submissionText(event.payload) }]
      return { ...withFindings(state, event.payload), submissions }
    }
    case 'inspection.dissented.v1':
      return { ...state, dissents: [...new Set([...state.dissents, event.payload.criterion])] }
    case 'inspection.signed.v1':
      return { ...state, signatures: [...state.signatures, event.payload] }
    case 'inspection.team-signed.v1':
      return { ...state, phase: 'team-signed', result: event.payload.proposal.result, because: event.payload.proposal.because }
    case 'inspection.submitted.v1':
      return { ...state, phase: 'submitted' }
    case 'inspection.accepted.v1':
      return { ...state, phase: 'accepted' }
    case 'inspection.abandoned.v1':
      return { ...state, phase: 'abandoned', signatures: [], result: null, because: [] }
    case 'inspection.returned.v1':
      return {
        ...state,
        phase: 'returned',
        findings: joined(state.findings, state.lateFindings),
        lateFindings: [],
        signatures: [],
        result: null,
        because: [],
      }
    case 'inspection.action-set.v1':
      return { ...state, actions: withAction(state.actions, { ...event.payload, closed: false }) }
    case 'inspection.action-done.v1':
    case 'inspection.action-dropped.v1':
      return {
        ...state,
        actions: state.actions.map((one) => (one.action === event.payload.action ? { ...one, closed: true } : one)),
      }
  }
}

const withAction = (actions: readonly ActionState[], fresh: ActionState): readonly ActionState[] => [
  ...actions.filter((one) => one.action !== fresh.action),
  fresh,
]

function withFindings(
  state: InspectionState,
  { by, findings }: { readonly by: MemberBody; readonly findings: readonly CriterionFinding[] },
): InspectionState {
  const said = findings.map((one): [string, InspectionState['voices'][string]] => [
    one.criterion,
    { ...state.voices[one.criterion], [by]: one.answer },
  ])
  const voices = { ...state.voices, ...Object.fromEntries(said) }
  if (!isOpen(state)) return { ...state, voices, lateFindings: [...state.lateFindings, ...findings] }
  return { ...state, voices, findings: joined(state.findings, findings), signatures: [] }
}

/** The last answer to a criterion counts. */
const joined = (findings: InspectionState['findings'], fresh: readonly CriterionFinding[]): InspectionState['findings'] => ({
  ...findings,
  ...Object.fromEntries(fresh.map((finding) => [finding.criterion, finding])),
})

/**
 * Criteria on which a member disagrees: by a written dissent, or because its own last answer found a violation where the form says
 * otherwise (D). Which answer of two phones stands in the form is a matter of arrival; that they differ must not be lost.
 */
export function disputed({ dissents, voices, findings }: Pick<InspectionState, 'dissents' | 'voices' | 'findings'>): readonly string[] {
  const differing = Object.entries(voices).filter(
    ([criterion, said]) => Object.values(said).includes('violated') && findings[criterion]?.answer !== 'violated',
  )
  return [...new Set([...dissents, ...differing.map(([criterion]) => criterion)])]
}

/** What the findings so far would propose: the live preview of a form, and the team's proposal once it signs. */
export const proposalOf = (state: InspectionState, previousYellow: readonly string[]): Proposal =>
  proposeColour({ findings: Object.values(state.findings), previousYellow, dissents: disputed(state) })

/** The yellow criteria that were violated, each of which asks for an action. */
export const criteriaToCorrect = ({ findings }: Pick<InspectionState, 'findings'>): readonly string[] =>
  decidingCriteria.filter((one) => one.level === 'Y' && findings[one.id]?.answer === 'violated').map((one) => one.id)

export const isCritical = (criterion: string): boolean => findCriterion(criterion)?.level === 'R'

/** How many of the deciding criteria have an answer, of how many. */
export const answeredOf = (findings: readonly AnsweredCriterion[]): { readonly answered: number; readonly of: number } => ({
  answered: decidingCriteria.filter((one) => findings.some((finding) => finding.criterion === one.id && isAnswer(finding))).length,
  of: decidingCriteria.length,
})
