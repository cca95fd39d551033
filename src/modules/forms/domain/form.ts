/*
A published form. A version never changes: the same version with other content is refused, so that an answer given years ago still finds the
questions that were asked. The event carries the XForm and the tables it was made from, so nothing else is needed to show it again.
*/
import type { Decider } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, count, eitherOf, exactly, listOf, maybe, record, text } from '../../../kernel/schema.ts'

const cell = () => eitherOf(exactly(''), text(8000))
const sheet = () => listOf(listOf(cell(), 120), 4000)
export const Sheets = record({ survey: sheet(), choices: sheet(), settings: sheet() })
export type Sheets = Infer<typeof Sheets>

export const FormPublished = record({
  form: text(64),
  version: text(40),
  title: text(200),
  sha256: text(64),
  languages: listOf(text(60), 20),
  questions: count(),
  xform: text(1_500_000),
  sheets: Sheets,
  /** The version that was edited. */
  basedOn: maybe(text(40)),
  note: maybe(text(1000)),
})
export type FormPublished = Infer<typeof FormPublished>
export const formKinds = { 'form.published.v1': FormPublished } as const
export interface FormEvent {
  readonly kind: 'form.published.v1'
  readonly payload: FormPublished
}

/** By version, the hash of what was published. */
export type FormState = ReadonlyMap<string, string>

function decide(state: FormState, published: FormPublished): Outcome<readonly FormEvent[]> {
  const known = state.get(published.version)
  if (known === published.sha256) return refused('form-already-published', { form: published.form, version: published.version })
  if (known !== undefined) return refused('form-version-taken', { form: published.form, version: published.version })
  return accepted([{ kind: 'form.published.v1', payload: published }])
}

export const formDecider: Decider<FormState, FormPublished, FormEvent, null> = {
  initial: new Map(),
  decide,
  evolve: (state, event) => new Map([...state, [event.payload.version, event.payload.sha256]]),
}
