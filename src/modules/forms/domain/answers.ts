/* What the server answers about forms. */
import {
  type Infer,
  anything,
  count,
  eitherOf,
  exactly,
  instant,
  keyed,
  listOf,
  oneOf,
  orNull,
  record,
  text,
  yesOrNo,
} from '../../../kernel/schema.ts'
import { Sheets } from './form.ts'

const maybeEmpty = (most: number) => eitherOf(exactly(''), text(most))

export const ProblemAnswer = record({
  sheet: oneOf('survey', 'choices', 'settings'),
  row: count(),
  column: maybeEmpty(120),
  code: text(60),
  facts: keyed(anything()),
})
export type ProblemAnswer = Infer<typeof ProblemAnswer>

/** Wordings by language; the key '' is a wording for all. */
const Wordings = keyed(text(8000))
export const OutlineRow = record({
  /** The row of the survey sheet. */
  row: count(),
  path: text(400),
  name: text(200),
  depth: count(),
  kind: oneOf('question', 'group', 'repeat'),
  type: text(40),
  list: orNull(text(200)),
  labels: Wordings,
  hints: Wordings,
  required: orNull(text(2000)),
  relevant: orNull(text(4000)),
  constraint: orNull(text(4000)),
  calculation: orNull(text(4000)),
  choiceFilter: orNull(text(2000)),
  unit: orNull(text(60)),
  /** V, S, U or D: how far what is asked rests on a text that was read. */
  mark: orNull(text(60)),
  /** The criterion that the question answers, and what it says of it. */
  criterion: orNull(record({ id: text(20), part: oneOf('answer', 'why', 'sources', 'photo', 'evidence') })),
})
export type OutlineRow = Infer<typeof OutlineRow>
export const OutlineList = record({ name: text(200), choices: listOf(record({ row: count(), name: text(200), labels: Wordings })) })
export type OutlineList = Infer<typeof OutlineList>
export const Outline = record({ defaultLanguage: text(60), rows: listOf(OutlineRow), lists: listOf(OutlineList) })
export type Outline = Infer<typeof Outline>

export const FormVersionBrief = record({
  form: text(64),
  version: text(40),
  ordinal: count(),
  title: text(200),
  sha256: text(64),
  languages: listOf(text(60)),
  questions: count(),
  basedOn: orNull(text(40)),
  note: orNull(text(1000)),
  publishedAt: instant(),
  publishedBy: record({ role: orNull(text(200)), organisation: orNull(text(60)) }),
  log: record({ event: text(60), hash: text(64), position: count(), signedBy: text(200) }),
})
export type FormVersionBrief = Infer<typeof FormVersionBrief>

export const FormList = record({ forms: listOf(record({ current: FormVersionBrief, versions: count(), ships: yesOrNo() })) })
export type FormList = Infer<typeof FormList>
export const FormPage = record({ versions: listOf(FormVersionBrief), ships: yesOrNo() })
export type FormPage = Infer<typeof FormPage>
export const FormVersionPage = record({
  version: FormVersionBrief,
  isCurrent: yesOrNo(),
  xform: text(1_500_000),
  /** Of the questions that have a unit. */
  outline: orNull(record({ rows: listOf(record({ path: text(400), unit: orNull(text(60)) })) })),
})
export type FormVersionPage = Infer<typeof FormVersionPage>
/** The same version for who reads or edits the form: apart, because who fills it in needs none of it. */
export const FormTables = record({ version: FormVersionBrief, isCurrent: yesOrNo(), sheets: Sheets, outline: orNull(Outline) })
export type FormTables = Infer<typeof FormTables>

/** What a workbook would become; with problems it would be refused. */
export const Reading = record({
  form: maybeEmpty(200),
  version: maybeEmpty(200),
  title: maybeEmpty(400),
  languages: listOf(text(60)),
  questions: count(),
  sheets: Sheets,
  outline: orNull(Outline),
  problems: listOf(ProblemAnswer),
  notices: listOf(ProblemAnswer),
  /** How it stands to what is published under the same id. */
  against: orNull(record({ current: text(40), versionTaken: yesOrNo() })),
})
export type Reading = Infer<typeof Reading>

export const DraftAnswer = record({ draft: orNull(record({ basedOn: text(40), sheets: Sheets, revision: count(), savedAt: instant() })) })
export type DraftAnswer = Infer<typeof DraftAnswer>
export const SavedDraft = record({ revision: count() })
