/*
Cases of people who are helped, as they are asked for and answered. What is read here is coded; texts are ciphertext. Other modules learn nothing of a
case through this door: they are told dated types of event at a place, late and never few, by the releases.
*/
import {
  type Infer,
  anything,
  base64,
  calendarDate,
  count,
  instant,
  keyed,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { SealedText, VaultKeys, VaultName, VaultWrap } from './contract-vault.ts'
import { AccountId, OrganisationId } from '../people/contract.ts'
import { RulesInForce } from './contract-rules.ts'

/** One event of a case as its team reads it. */
export const CaseEventRow = record({ thing: orNull(text(80)), kind: text(80), payload: anything(), learnedAt: instant() })
export type CaseEventRow = Readonly<Infer<typeof CaseEventRow>>
export const StandingWord = oneOf('owner', 'member', 'guest', 'witness-reader', 'supervisor', 'protector')
export const CaseAnswer = record({
  case: text(60),
  standing: StandingWord,
  /** What the reader may open, by their own keys. */
  vaults: listOf(VaultName, 5),
  /** In their order; folded on the device by the same rules as on the server. */
  events: listOf(CaseEventRow),
  version: count(),
  /** Vaults whose key must be made anew before anything more is sealed. */
  mustRenew: listOf(VaultName, 5),
  /** What its body settled; absent in what a telephone kept from before. */
  rules: maybe(RulesInForce),
  /** Public halves, so that something can be sealed without anything being opened. */
  keys: VaultKeys.shape.keys,
})
export type CaseAnswer = Readonly<Infer<typeof CaseAnswer>>

export const ClockWire = record({
  clock: text(40),
  dueAt: instant(),
  state: oneOf('done', 'done-late', 'running', 'paused', 'overdue'),
  lateHours: count(),
  level: oneOf('high', 'medium', 'low'),
})
export const CaseListItem = record({
  case: text(60),
  /** A drawn code, never made from anything of the person. */
  subject: text(40),
  type: text(40),
  state: text(40),
  isMine: yesOrNo(),
  /** A telephone of its owner takes it along: open, own, and something is due soon. */
  isCarried: yesOrNo(),
  /** The last day on which it takes the sealed identity along too; `null`: it does not. */
  identityUntil: orNull(calendarDate()),
  owner: orNull(AccountId),
  isChild: orNull(yesOrNo()),
  level: oneOf('high', 'medium', 'low'),
  isRated: yesOrNo(),
  clocks: listOf(ClockWire),
  hasConflict: yesOrNo(),
  vulnerability: whole(),
  openReferrals: count(),
  openedAt: instant(),
  changedAt: instant(),
  province: orNull(text(12)),
  waits: listOf(
    oneOf(
      'plan-approval',
      'closure-approval',
      'override-confirmation',
      'break-glass',
      'opened-anew',
      'best-interests',
      'identification-review',
      'finding-review',
      'second-interview',
      'screen-again',
      'erasure',
      'owner',
      'key-to-hand',
      'file-leave',
      'one-reader',
      'warn-of-breach',
      'warn-of-breach-late',
      'threat-review',
    ),
    18,
  ),
})
export type CaseListItem = Readonly<Infer<typeof CaseListItem>>
export const CaseList = record({ cases: listOf(CaseListItem), asOf: instant(), most: count() })
export type CaseList = Readonly<Infer<typeof CaseList>>

/** Texts of one vault with the wraps that open them: `box` is ciphertext of a device. */
export const CaseTexts = record({
  texts: listOf(record({ ...SealedText.shape, by: AccountId, at: instant(), isReplaced: yesOrNo() })),
  wraps: listOf(VaultWrap),
  keys: VaultKeys.shape.keys,
})
export type CaseTexts = Readonly<Infer<typeof CaseTexts>>

export const ViewRow = record({
  account: AccountId,
  organisation: orNull(OrganisationId),
  what: text(40),
  purpose: orNull(text(40)),
  at: instant(),
  case: maybe(text(60)),
})
export const CaseViews = record({ views: listOf(ViewRow), asOf: instant() })
export type CaseViews = Readonly<Infer<typeof CaseViews>>

/** A package as its receiver sees it, for as long as the referral is open. */
export const PackageBox = record({ referral: text(60), reader: AccountId, key: text(60), box: base64().max(88_000, 'too-long') })
export type PackageBox = Readonly<Infer<typeof PackageBox>>
export const ReceivedReferral = record({
  referral: text(60),
  from: OrganisationId,
  service: text(40),
  urgency: oneOf('high', 'medium', 'low'),
  state: text(40),
  slip: text(12),
  sentAt: orNull(instant()),
  respondBy: orNull(instant()),
  statusAt: instant(),
  fields: listOf(text(40), 40),
})
export type ReceivedReferral = Readonly<Infer<typeof ReceivedReferral>>
/** What was taken back lately: that it is gone, and nothing of what it was. */
export const TakenBack = record({ slip: text(12), at: instant() })
export type TakenBack = Readonly<Infer<typeof TakenBack>>
export const ReceivedReferrals = record({ referrals: listOf(ReceivedReferral), takenBack: listOf(TakenBack), asOf: instant() })
export type ReceivedReferrals = Readonly<Infer<typeof ReceivedReferrals>>
/** The coded part of what was released, by field, and the sealed rest for this reader. */
export const ReceivedPackage = record({ ...ReceivedReferral.shape, coded: keyed(text(400)), box: orNull(base64()), key: orNull(text(60)) })
export type ReceivedPackage = Readonly<Infer<typeof ReceivedPackage>>
/** What the house of a referral may have with the person's name: fields by code. */
export const TransferAnswer = record({ referral: text(60), recipient: OrganisationId, fields: listOf(text(40), 40) })
export type TransferAnswer = Readonly<Infer<typeof TransferAnswer>>
/** An override of consent as who protects data sees it: what was let out, by whom, until when another person confirms. */
export const OverrideLine = record({
  ...{ case: text(60), override: text(60), by: AccountId, purpose: text(40), recipient: orNull(OrganisationId), service: orNull(text(40)) },
  ...{ fields: listOf(text(40), 40), confirmBefore: instant(), state: oneOf('provisional', 'confirmed', 'lapsed') },
})
export type OverrideLine = Readonly<Infer<typeof OverrideLine>>
export const OverrideList = record({ overrides: listOf(OverrideLine), erasuresAsked: count(), asOf: instant() })
export type OverrideList = Readonly<Infer<typeof OverrideList>>
