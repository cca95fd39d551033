/*
Campaigns as they travel. Reach is of three kinds that are not one another: persons counted, persons estimated, impressions on screens. Each has fields of its own name, there is
no total in any schema here, and the types refuse to add one kind to another.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  exactly,
  id,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  yesOrNo,
} from '../../kernel/schema.ts'
import { DocumentRef } from '../documents/contract.ts'
import { AgeBand, Sex } from './contract.ts'
import { SafeCount, TrainingLanguage } from './contract-training.ts'

export const CampaignId = id('campaign')
export type CampaignId = Id<'campaign'>
export const CampaignChannel = oneOf(
  ...(['radio', 'theatre', 'poster', 'community-dialogue', 'school', 'social-media', 'sms', 'site-visit', 'border-desk'] as const),
)
export const CampaignAudience = oneOf(
  ...(['diggers', 'women-of-sites', 'children-and-schools', 'migrants', 'recruiters', 'authorities', 'communities', 'employers'] as const),
)
const code = text(12)
export const CampaignPlace = record({ province: code, territoire: orNull(code), place: maybe(text(160)) })
export const PlanCampaign = record({
  title: text(160),
  theme: text(400),
  audience: listOf(CampaignAudience, 8).min(1, 'empty'),
  channels: listOf(CampaignChannel, 9).min(1, 'empty'),
  languages: listOf(TrainingLanguage, 5).min(1, 'empty'),
  from: calendarDate(),
  until: calendarDate(),
  places: listOf(CampaignPlace, 40).min(1, 'empty'),
})
export type PlanCampaign = Infer<typeof PlanCampaign>

/** What somebody must have looked at before anything is published. */
export const CampaignCheck = oneOf('survivors-read-messages', 'no-identifiable-images', 'help-is-named', 'languages-checked')
export type CampaignCheck = Infer<typeof CampaignCheck>
export const TickCheck = record({ check: CampaignCheck, holds: yesOrNo(), how: text(400) })
export const AddMaterial = record({ title: text(160), language: TrainingLanguage, channel: CampaignChannel, file: DocumentRef })
export const PublishCampaign = record({})

/* ---- reach: three kinds, never one sum ---- */

/** Persons who were counted where they were. */
export const DirectReach = record({
  kind: exactly('direct'),
  on: calendarDate(),
  channel: CampaignChannel,
  province: code,
  counted: listOf(record({ sex: Sex, age: AgeBand, persons: count().max(2_000_000_000, 'too-many') }), 28).min(1, 'empty'),
})
export type DirectReach = Infer<typeof DirectReach>
/** Persons whom somebody estimated; how, is part of it. */
export const EstimatedReach = record({
  kind: exactly('estimated'),
  on: calendarDate(),
  channel: CampaignChannel,
  province: code,
  estimatedPersons: count(),
  method: text(600).min(20, 'method-too-short'),
})
export type EstimatedReach = Infer<typeof EstimatedReach>
/** What a platform says of screens; `uniqueAccounts`: `null` where it says none. */
export const DigitalReach = record({
  kind: exactly('digital'),
  on: calendarDate(),
  channel: CampaignChannel,
  platform: text(80),
  impressions: count(),
  uniqueAccounts: orNull(count()),
})
export type DigitalReach = Infer<typeof DigitalReach>
export const RecordReach = taggedBy('kind', [DirectReach, EstimatedReach, DigitalReach])
export type RecordReach = Infer<typeof RecordReach>
export const WithdrawReach = record({ reach: id('reach'), reason: text(400) })

/** Knowledge, attitude, practice of people asked before and after: how many of how many. */
export const KapPart = oneOf('knowledge', 'attitude', 'practice')
export const RecordKap = record({
  when: oneOf('before', 'after'),
  part: KapPart,
  question: text(300),
  agreed: count(),
  asked: count(),
  on: calendarDate(),
})
export type RecordKap = Infer<typeof RecordKap>
export const CloseCampaign = record({ learned: text(1000) })

/* ---- answers ---- */

export const CampaignState = oneOf('planned', 'published', 'closed')
export const CampaignLine = record({
  id: CampaignId,
  title: text(160),
  theme: text(400),
  from: calendarDate(),
  until: calendarDate(),
  state: CampaignState,
  channels: listOf(CampaignChannel, 9),
  provinces: listOf(text(120), 40),
})
export type CampaignLine = Infer<typeof CampaignLine>
export const Campaigns = record({ campaigns: listOf(CampaignLine), writes: yesOrNo() })
export type Campaigns = Infer<typeof Campaigns>

/** Three answers beside each other. No schema of this module has their sum. */
export const ReachShown = record({
  direct: record({
    persons: SafeCount,
    bySex: listOf(record({ sex: Sex, persons: SafeCount }), 4),
    byAge: listOf(record({ age: AgeBand, persons: SafeCount }), 7),
  }),
  estimated: listOf(record({ ...EstimatedReach.shape, id: id('reach') })),
  digital: listOf(record({ ...DigitalReach.shape, id: id('reach') })),
})
export type ReachShown = Infer<typeof ReachShown>
export const CampaignShown = record({
  line: CampaignLine,
  audience: listOf(CampaignAudience, 8),
  languages: listOf(TrainingLanguage, 5),
  places: listOf(record({ provinceName: text(120), place: orNull(text(160)) }), 40),
  checks: listOf(record({ check: CampaignCheck, holds: orNull(yesOrNo()), how: orNull(text(400)) }), 4),
  materials: listOf(
    record({ title: text(160), language: TrainingLanguage, channel: CampaignChannel, sha256: text(64), mediaType: text(40) }),
    200,
  ),
  reach: ReachShown,
  /** For who writes: what was counted, so that a mistake can be withdrawn. */
  counts: orNull(listOf(record({ id: id('reach'), on: calendarDate(), channel: CampaignChannel, persons: count() }))),
  /** `null` before or after: nobody asked. Few people asked are told to nobody. */
  kap: listOf(
    record({
      part: KapPart,
      question: text(300),
      before: orNull(record({ agreed: SafeCount, asked: SafeCount })),
      after: orNull(record({ agreed: SafeCount, asked: SafeCount })),
    }),
    200,
  ),
  /** Reports of voices in the fourteen days before the first day and after the last; a sign, never an effect that was shown. */
  voices: orNull(record({ before: SafeCount, after: SafeCount, days: count() })),
  learned: orNull(text(1000)),
  writes: yesOrNo(),
  least: count(),
})
export type CampaignShown = Infer<typeof CampaignShown>
