/*
Forms: questionnaires in the language that field teams write (XLSForm, run as XForms), in versions that never change once published.
A form knows questions, conditions and languages; what an answer means is the business of the module that asks it.
*/
import type { Outcome } from '../../kernel/outcome.ts'
import { type Infer, record, text } from '../../kernel/schema.ts'

/** One published version, by the hash of its XForm bytes. */
export const FormVersionRef = record({ form: text(64), version: text(40), sha256: text(64) })
export type FormVersionRef = Infer<typeof FormVersionRef>

export interface PublishedForm extends FormVersionRef {
  readonly title: string
  /** Exactly the bytes that were hashed, as text. */
  readonly xform: string
}

/** One answered question: the path from the root (`ident/province`, `pit[2]/depth`) and the value as the form writes it. */
export const FormValue = record({ path: text(400), value: text(20_000) })
export type FormValue = Infer<typeof FormValue>

/** The forms that the program itself asks for. An officer may publish new versions of them. */
export const knownForms = { inspection: 'inspection_cd', annual: 'inspection_annual' } as const

/** What other modules may ask of forms. */
export interface FormsDoor<Tx> {
  readonly published: (tx: Tx, tenant: string, ref: { readonly form: string; readonly version: string }) => Promise<PublishedForm | null>
  /** The newest published version. */
  readonly current: (tx: Tx, tenant: string, form: string) => Promise<PublishedForm | null>
  /** The newest published version of every form, by title. */
  readonly currentForms: (tx: Tx, tenant: string) => Promise<readonly PublishedForm[]>
  /** The answers of a submission, in the order of the form; empty answers are left out. Refuses what is not an answer to this form. */
  readonly readSubmission: (form: PublishedForm, xml: string) => Outcome<readonly FormValue[]>
  /** What a submission says of itself: which form it answers, its own identifier, and whose place it takes. */
  readonly readHeader: (xml: string) => Outcome<SubmissionHeader>
  /** Paths of the questions that are answered by a file; repeats carry no number. */
  readonly fileQuestions: (form: PublishedForm) => readonly string[]
}

export interface SubmissionHeader {
  readonly form: string
  readonly version: string
  readonly instance: string
  /** The instance that this one puts right. */
  readonly amends: string | null
}
