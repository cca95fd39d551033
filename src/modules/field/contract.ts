/*
Field work: what a telephone carries out and brings back. A *parcel* is one command as its author's device signed it: it may lie for weeks,
travel by another phone, arrive twice or before its predecessor, and is still one command of one author. A *draft revision* is one state of a
form that is not finished; two that do not know of each other are both kept until somebody has looked at them.
These shapes are what released apps send: they only grow.
*/
import {
  type Infer,
  base64,
  count,
  decimal,
  eitherOf,
  exactly,
  id,
  instant,
  json,
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
import { AccountId, DeviceId } from '../people/contract.ts'

/** A parcel has the id of the command in it. */
export const ParcelId = id('command')

/** What stands, as canonical JSON (RFC 8785), in the text of a parcel. The signature is over `chanzo-parcel-v1`, a line feed and the text. */
export const ParcelText = record({
  v: exactly(1),
  id: ParcelId,
  device: DeviceId,
  account: AccountId,
  /** The route that takes the command: `/api/inspections/…/answers`. */
  path: text(300),
  /** By the device's clock, set right by what it last knew of the server's. */
  happenedAt: instant(),
  /** Parcels that its author had seen about the same thing: they are applied before it. */
  after: listOf(ParcelId, 50),
  data: json(),
})
export type ParcelText = Infer<typeof ParcelText>

export const Parcel = record({
  id: ParcelId,
  device: DeviceId,
  /** The exact bytes that were signed, as text. */
  text: text(600_000),
  /** Ed25519, 64 bytes. */
  signature: base64(),
})
export type Parcel = Infer<typeof Parcel>

export const Receipt = record({
  subject: text(),
  subjectVersion: count(),
  learnedAt: instant(),
  events: listOf(record({ id: text(), kind: text(), position: count() })),
})
const RefusalSaid = record({ code: text(100), facts: keyed(json()) })
/**
 * What became of a parcel. `taken`: in the log, with its receipt. `refused`: a decision that was not made; the parcel is kept. `waiting`: kept by the
 * server until its predecessors (or the server) are ready. `not-valid`: not kept, because nobody can be told to have said it.
 */
export const ParcelAnswer = record({
  id: ParcelId,
  state: oneOf('taken', 'refused', 'waiting', 'not-valid'),
  receipt: maybe(Receipt),
  refusal: maybe(RefusalSaid),
  /** For `waiting`: predecessors that have not arrived. */
  missing: maybe(listOf(ParcelId, 50)),
})
export type ParcelAnswer = Infer<typeof ParcelAnswer>

/** `POST /api/field/parcels`, JSON or the same as `application/gzip`. At most so many at once; answers in the order of the parcels. */
export const MOST_PARCELS = 100
export const SendParcels = record({ parcels: listOf(Parcel, MOST_PARCELS) })
export const ParcelAnswers = record({ answers: listOf(ParcelAnswer, MOST_PARCELS), serverTime: instant() })
export type ParcelAnswers = Infer<typeof ParcelAnswers>
/**
 * `POST /api/field/bundles`: commands of one device under one signature, each judged, kept and answered for itself. The signature is over `chanzo-bundle-v1`, a line feed,
 * the device, and for each text in its order a line feed and the SHA-256 of its UTF-8 in lower-case hex. `Prefer: respond-async` here and for parcels: 202 as soon as all is on the disc.
 */
export const Bundle = record({
  device: DeviceId,
  parcels: listOf(record({ id: ParcelId, text: text(600_000) }), 50),
  /** Ed25519, 64 bytes. */
  signature: base64(),
})
export type Bundle = Infer<typeof Bundle>
/** `POST /api/field/parcels/states`: what became of parcels that were taken over earlier; unknown ones are left out. */
export const AskStates = record({ ids: listOf(ParcelId, 500) })

/** How sure one can be of what a phone says. Recorded as quality of the evidence; it opens and closes nothing. */
export const QualitySignal = oneOf(
  'mock-location',
  'clock-jumped',
  'clock-off',
  'gallery-photo',
  'position-typed',
  'position-inaccurate',
  'position-old',
)
export type QualitySignal = Infer<typeof QualitySignal>

/** `POST /api/devices/:device/challenges` (anyone) → a nonce that lives two minutes. */
export const Challenge = record({ nonce: text(200), serverTime: instant() })
/** `POST /api/device-sessions` (anyone): the device signs `chanzo-device-session-v1\n<device>\n<nonce>`. */
export const AskDeviceSession = record({ device: DeviceId, nonce: text(200), signature: base64() })
/** Default rules of a phone (D, protection.md §8.3); a server may set others. */
export const DevicePolicy = record({
  idleMinutes: count(),
  /** Wrong PINs in a row after which only the network helps. */
  pinTries: count(),
  /** Wrong PINs in a row after which the key of this person is destroyed on the phone; unsent work stays rescuable. */
  wipeTries: count(),
  /** Days without contact after which the phone opens only with network. */
  leaseDays: count(),
})
export type DevicePolicy = Infer<typeof DevicePolicy>
export const DeviceSession = record({
  token: text(100),
  expiresAt: instant(),
  serverTime: instant(),
  policy: DevicePolicy,
  /** Raw P-256 point (65 bytes): what is sealed to it only this server opens. */
  rescueKey: record({ id: text(20), publicKey: base64() }),
})
export type DeviceSession = Infer<typeof DeviceSession>

/** `POST /api/field/check-ins` by a device, at every sync. */
export const CheckIn = record({
  appVersion: text(40),
  unsent: count(),
  oldestUnsentAt: orNull(instant()),
  /** Device clock minus server clock. */
  clockOffsetSeconds: whole(),
  isPersisted: yesOrNo(),
  freeBytes: orNull(decimal()),
})
export type CheckIn = Infer<typeof CheckIn>

/** `POST /api/field/pulls`: what has changed, of what the phone carries, since the cursor; ask again until `done`. */
export const AskPull = record({
  cursor: orNull(text(200)),
  missions: listOf(id('mission'), 50),
  /** P-codes of provinces or territoires. */
  areas: listOf(text(12), 20),
})
export type AskPull = Infer<typeof AskPull>
/** Answers are those of the routes themselves: a screen that asks the path offline gets them. */
export const Pulled = record({
  cursor: text(200),
  done: yesOrNo(),
  /** Of this round: how many answers in all, for the progress. */
  of: count(),
  answers: listOf(record({ path: text(300), data: json() }), 500),
  /** Paths that are no longer this person's to see; what is said of the same thing under other paths is gone with them. */
  gone: listOf(text(300), 500),
  /** True where this round tells everything: what it does not name is no longer carried. */
  whole: maybe(yesOrNo()),
  serverTime: instant(),
})
export type Pulled = Infer<typeof Pulled>

/** `GET /api/field/pulls/size?missions=&areas=` (separated by commas): what would be carried, before it is. */
export const PullSize = record({
  sites: count(),
  visits: count(),
  inspections: count(),
  /** On the telephone and on the way, both by a sample: `estimated` says so. */
  bytes: count(),
  sentBytes: count(),
  estimated: exactly(true),
  /** The day on which the newest fact that this server knows was learned, as its first instant. */
  newestAt: orNull(instant()),
  mostRecords: count(),
})
export type PullSize = Infer<typeof PullSize>

/** One state of an unfinished form. Made by the device, never changed; `parents` are the states that its author had seen. */
export const DraftRevision = record({
  revision: id('draft-revision'),
  /** `<inspection>.<body>.<form>.<version>` */
  draft: text(200),
  parents: listOf(id('draft-revision'), 20),
  /** `finished`: the form was handed in from this state; the draft is over unless somebody goes on. */
  state: oneOf('open', 'finished', 'dropped'),
  xml: text(500_000),
  /** Where in the form its author stood. */
  at: text(300),
  savedAt: instant(),
  files: listOf(record({ name: text(200), sha256: text(64), bytes: count() }), 200),
})
export type DraftRevision = Infer<typeof DraftRevision>
/** `POST /api/field/drafts` → every head of the drafts named, as others made them too. */
export const SendDrafts = record({
  revisions: listOf(DraftRevision, 50),
  /** Whose heads are asked beside those: drafts by name, and all drafts of these inspections in which the asker speaks for a member. */
  drafts: maybe(listOf(text(200), 200)),
  inspections: maybe(listOf(id('inspection'), 500)),
})
export type SendDrafts = Infer<typeof SendDrafts>
export const DraftHeads = record({
  drafts: listOf(
    record({
      draft: text(200),
      heads: listOf(record({ ...DraftRevision.shape, account: AccountId, device: orNull(DeviceId), mine: yesOrNo() }), 20),
    }),
    500,
  ),
  serverTime: instant(),
})
export type DraftHeads = Infer<typeof DraftHeads>
export type DraftHead = DraftHeads['drafts'][number]['heads'][number]
/** `GET /api/field/drafts`: unfinished forms in which the asker speaks for a member; `parted` ones are for somebody to look at. */
export const DraftList = record({
  drafts: listOf(
    record({
      draft: text(200),
      parted: yesOrNo(),
      heads: listOf(
        record({
          revision: id('draft-revision'),
          state: DraftRevision.shape.state,
          savedAt: instant(),
          account: AccountId,
          device: orNull(DeviceId),
          mine: yesOrNo(),
        }),
        20,
      ),
    }),
    500,
  ),
})
export type DraftList = Infer<typeof DraftList>
/** `GET /api/field/drafts/:draft`: its heads and, for each pair of them, where they parted. */
export const DraftHistory = record({
  draft: text(200),
  parted: yesOrNo(),
  heads: DraftHeads.shape.drafts.element.shape.heads,
  /** Earlier revisions, newest first: both originals of what was joined stay readable. */
  earlier: DraftHeads.shape.drafts.element.shape.heads,
})
export type DraftHistory = Infer<typeof DraftHistory>

/** `PUT /api/uploads/:sha256?offset=&of=&type=` with the bytes from `offset` on; `GET` says how far it is. */
export const UploadState = record({ received: count(), of: orNull(count()), done: yesOrNo() })
export type UploadState = Infer<typeof UploadState>

/** Header of a rescue file, one line of JSON; sealed rows follow (docs/spec/rescue-file.md). */
export const RescueHeader = record({
  format: exactly('chanzo-rescue-1'),
  device: DeviceId,
  /** Left out by telephones: the account is not readable on them, and the server knows whose device it is. */
  account: maybe(AccountId),
  madeAt: instant(),
  /** The data key sealed to the server's rescue key: ephemeral P-256 point, iv, ciphertext. */
  forServer: record({ key: text(20), ephemeral: base64(), iv: base64(), sealed: base64() }),
  /** The data key under a code that was shown once; absent when the file was made from a locked phone. */
  forCode: maybe(record({ salt: base64(), iv: base64(), sealed: base64() })),
  rows: count(),
})
export type RescueHeader = Infer<typeof RescueHeader>
/** What came of a rescue file: the same file again gives the same numbers as `before`. */
export const Rescued = record({
  taken: count(),
  before: count(),
  waiting: count(),
  refused: count(),
  drafts: count(),
  photos: count(),
  unreadable: count(),
})
export type Rescued = Infer<typeof Rescued>
export const RescueAnswer = eitherOf(Rescued, record({ code: text() }))
