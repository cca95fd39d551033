/*
Voices: what people tell without a name. A report comes by a web page, a text message, WhatsApp, on paper or as a voice note that somebody
types in; who said it is never kept. Here stand the words that others may use: the answers of the desk and what a desk decides. The text of a
report is not an event: it can be erased when it endangers somebody, a log cannot (docs/decisions/0029).
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  exactly,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  yesOrNo,
} from '../../kernel/schema.ts'
import { IncidentCategory, IncidentId } from '../incidents/contract.ts'
import { OrganisationId } from '../people/contract.ts'
import { SiteId } from '../sites/contract.ts'

/** What other modules may ask of voices: how many came, never which, what or from where. */
export interface VoicesDoor<Tx> {
  readonly receivedBetween: (tx: Tx, tenant: string, days: { readonly from: string; readonly until: string }) => Promise<number>
}

export const VoiceId = id('voice')
export type VoiceId = Id<'voice'>

export const VoiceLanguage = oneOf('fr', 'en', 'sw', 'ln')
export type VoiceLanguage = Infer<typeof VoiceLanguage>
export const VoiceChannel = oneOf('web', 'sms', 'whatsapp', 'paper', 'voice-note')
export type VoiceChannel = Infer<typeof VoiceChannel>

/** Kinds of bodies that a report may name; those of organisations by the same word. */
export const NamedKind = oneOf(
  'ministry',
  'provincial-division',
  'saemape',
  'ceec',
  'mines-police',
  'cooperative',
  'trader',
  'processor',
  'exporter',
  'concession-holder',
  'scheme-operator',
  'civil-society',
  'un',
  'ngo',
  'cadastre',
  'committee',
  'private-sector',
  'auditor',
  'army',
  'police',
  'armed-group',
)
export type NamedKind = Infer<typeof NamedKind>

/** Why a text is erased for good: what the log keeps of it. */
export const ErasedBecause = oneOf('endangers', 'names-a-person', 'not-a-report')
export type ErasedBecause = Infer<typeof ErasedBecause>

/** How a desk settles a report. `taken-up`: an incident goes on with it. `reopened`: facts came that change what was said. */
export const TriageResult = oneOf('taken-up', 'unfounded', 'duplicate', 'referred', 'reopened')
export type TriageResult = Infer<typeof TriageResult>
export const VoiceState = oneOf('waiting', 'taken-up', 'unfounded', 'duplicate', 'referred')
export type VoiceState = Infer<typeof VoiceState>

export const voiceKinds = {
  'voice.triaged.v1': record({
    result: TriageResult,
    incident: maybe(IncidentId),
    /** The sealed text with the reason, which the desk alone reads. */
    note: maybe(id('voice-text')),
  }),
  /** The words stand sealed beside the report; here only that there was an answer. */
  'voice.answered.v1': record({ text: id('voice-text') }),
  /** Further bodies that the report turns out to name: from now on they see nothing of it. */
  'voice.named.v1': record({ organisations: listOf(OrganisationId, 20), kinds: listOf(NamedKind, 20) }),
  /** Which text, by whom and why; the words are gone, from here and from everywhere. */
  'voice.text-erased.v1': record({ text: id('voice-text'), because: ErasedBecause }),
}

export const VoiceRow = record({
  id: VoiceId,
  channel: VoiceChannel,
  language: VoiceLanguage,
  receivedOn: calendarDate(),
  isSlow: yesOrNo(),
  categories: listOf(IncidentCategory, 20),
  state: VoiceState,
  /** Whole days since it came. */
  ageDays: count(),
  triageBy: calendarDate(),
  answerBy: calendarDate(),
  isLate: yesOrNo(),
  answers: count(),
  /** Facts that the reporter added after the last act of the desk. */
  newFacts: count(),
  site: orNull(SiteId),
  siteName: orNull(text()),
  area: orNull(text()),
  firstDesk: text(40),
  readByMe: yesOrNo(),
})
export type VoiceRow = Infer<typeof VoiceRow>
export const VoiceList = record({ voices: listOf(VoiceRow, 500), triageDays: count(), answerDays: count(), shortened: yesOrNo() })
export type VoiceList = Infer<typeof VoiceList>

export const VoiceDetail = record({
  ...VoiceRow.shape,
  occurredOn: orNull(calendarDate()),
  texts: listOf(
    record({
      id: id('voice-text'),
      kind: oneOf('report', 'where', 'when', 'who', 'fact', 'answer', 'note', 'sound'),
      onDay: calendarDate(),
      /** Telephone numbers in it are hidden; `hidden` says how many. Of a sound nothing but its kind. */
      text: text(8000),
      hidden: count(),
    }),
    500,
  ),
  photos: listOf(text(64), 10),
  namedOrganisations: listOf(record({ id: OrganisationId, name: text() }), 2000),
  namedKinds: listOf(text(40), 40),
  decisions: listOf(
    record({
      act: oneOf('triaged', 'answered', 'named', 'erased'),
      result: orNull(TriageResult),
      incident: orNull(IncidentId),
      by: text(),
      at: instant(),
    }),
    200,
  ),
  readings: listOf(record({ by: text(), role: text(120), at: instant(), what: oneOf('report', 'number', 'photo', 'sound') }), 500),
  /** Places whose name stands in the texts: proposed, where the reporter chose none. */
  places: listOf(record({ site: orNull(SiteId), area: orNull(text(12)), label: text() }), 10),
  /** Who asks may erase a text for good. */
  mayErase: yesOrNo(),
})
export type VoiceDetail = Infer<typeof VoiceDetail>

/** Typed in from paper or a voice note. */
export const TypeIn = record({
  source: oneOf('paper', 'voice-note'),
  language: VoiceLanguage,
  receivedOn: calendarDate(),
  text: text(4000),
  where: maybe(text(400)),
  occurredOn: maybe(calendarDate()),
  categories: listOf(IncidentCategory, 15),
  kinds: listOf(NamedKind, 20),
  site: maybe(SiteId),
})
export type TypeIn = Infer<typeof TypeIn>
export const TypedIn = record({ voice: VoiceId, code: text(40), receivedOn: calendarDate() })
export type TypedIn = Infer<typeof TypedIn>

export const AnswerVoice = record({ text: text(1000) })
export const NameInVoice = record({ organisations: listOf(OrganisationId, 20), kinds: listOf(NamedKind, 20) })
export const TriageVoice = taggedBy('result', [
  record({ result: exactly('taken-up'), incident: IncidentId, note: maybe(text(1000)) }),
  record({ result: oneOf('unfounded', 'duplicate', 'referred', 'reopened'), note: text(1000) }),
])
export type TriageVoice = Infer<typeof TriageVoice>
export const RevealedText = record({ text: text(8000) })
export const EraseText = record({ text: id('voice-text'), because: ErasedBecause })
/** What the desk passes on: its own words, never those of the reporter. */
export const OpenIncident = record({
  category: IncidentCategory,
  text: text(2000),
  site: maybe(SiteId),
  area: maybe(text(12)),
  occurredOn: maybe(calendarDate()),
  /** The desk says that it read its text again and no person can be recognised by it. */
  namesChecked: exactly(true),
})
export type OpenIncident = Infer<typeof OpenIncident>
