/*
One case on a screen: its coded events folded here, what is sealed opened vault by vault when somebody asks for it, and one way to send steps. Each
vault that is opened is a look that the person's team can see, so nothing is opened beforehand. When the key locks, every word that was read goes.
*/
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Receipt, ApiTrouble, ask, newId } from '../../../../app/api.ts'
import { deviceKeep } from '../../../../app/device.ts'
import { type Asked, useAnswer, useCommand } from '../../../../app/ask.ts'
import { useMe } from '../../../../app/who.ts'
import { needRefusals } from '../../../../app/words.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { CaseAnswer, CaseTexts, PackageBox } from '../../contract.ts'
import type { TextSlot, VaultKey, VaultKeys, VaultName, VaultWrap } from '../../contract-vault.ts'
import { areHalves, publicHalves } from '../../domain/access/public-halves.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import type { ProtectionRules } from '../../domain/rules/protection-rules.ts'
import type { SealedRef } from '../../domain/sealed-ref.ts'
import { pinnedHalvesOf } from '../../../../app/sealing/pinned-halves.ts'
import { sealText } from '../../../../app/sealing/sealed-text.ts'
import type { Unlocked } from '../../../../app/sealing/unlocked.ts'
import { useUnlocked } from '../../../../app/sealing/use-unlocked.ts'
import { admitted, askCustodians } from './ask-keys.ts'
import { askReaders } from './ask-readers.ts'
import { type HappenedEvent, foldCase } from './fold.ts'
import { caseAddress } from './case-address.ts'
import { joinKeys, newestKey, renewCommand, renewVaults } from './renew-vault.ts'

export interface Beside {
  readonly keys?: VaultKeys
  readonly packages?: readonly PackageBox[]
  /** The body of justice to which a complaint goes. */
  readonly towards?: string
  /** With an offer of the whole case: keys of vaults for who may take it over. */
  readonly handed?: readonly VaultWrap[]
}
export interface Sealed {
  readonly ref: SealedRef
  /** Goes first in what is sent; without it the reference leads nowhere. */
  readonly command: OneCommand
}
export type OpenedText = CaseTexts['texts'][number] & { readonly plain: string | null }
export interface CaseWork {
  readonly case: string
  /** One's own account and body. */
  readonly account: string
  readonly organisation: string | null
  readonly may: (capability: string) => boolean
  readonly asked: Asked<CaseAnswer>
  readonly answer: CaseAnswer | undefined
  /** When the server said it: what clocks are read at. */
  readonly now: string
  readonly whole: CaseWhole
  /** In force for the body whose case it is; the program’s own where the answer is older than they. */
  readonly rules: ProtectionRules
  readonly events: readonly HappenedEvent[]
  readonly isTooOld: boolean
  readonly unlocked: Unlocked | null
  readonly canRead: (vault: VaultName) => boolean
  /** Fetches the texts of a vault and opens them: a look that is kept. */
  readonly open: (vault: VaultName) => Promise<Outcome<readonly OpenedText[]>>
  /** Texts of a vault that was opened, newest last; `null`: not opened yet. */
  readonly texts: (vault: VaultName) => readonly OpenedText[] | null
  readonly read: (ref: SealedRef) => string | null
  /** Refuses as the sealing does: a text too long, a colleague whose key changed, a vault that this case does not have. */
  readonly seal: (vault: VaultName, slot: TextSlot, text: string) => Promise<Outcome<Sealed>>
  /** New keys of vaults for who reads them now; sent with `renewCommand`. */
  readonly renew: (vaults: readonly VaultName[]) => Promise<Outcome<VaultKeys>>
  /** Throws `ApiTrouble`; keys that had to be made anew for what was sealed go along by themselves. */
  readonly send: (commands: readonly OneCommand[], beside?: Beside) => Promise<Receipt>
  readonly again: () => void
}

/** A refusal of this device, as screens show one of the server. */
export async function troubleFrom(refusal: {
  readonly code: string
  readonly facts: { readonly [name: string]: unknown }
}): Promise<ApiTrouble> {
  await needRefusals()
  return new ApiTrouble({ kind: 'refused', refusal, faults: [], faultId: null })
}

export function useCase(id: string): CaseWork {
  const me = useMe().data
  const { path, error } = caseAddress(id)
  const answered = useAnswer<CaseAnswer>(path)
  const asked = error === null ? answered : { ...answered, error }
  const command = useCommand<object>(`/api/cases/${id}/steps`)
  const unlocked = useUnlocked()
  const answer = asked.data
  const folded = useMemo(() => foldCase(answer), [answer])
  const vaults = useOpenVaults(id, unlocked)
  const halves = useMemo(() => publicHalves(folded.events), [folded])
  const sealing = useSealing(id, {
    answer,
    whole: folded.whole,
    halves,
    account: me?.account ?? '',
    organisation: me?.organisation?.id ?? null,
  })
  const send = async (commands: readonly OneCommand[], beside: Beside = {}): Promise<Receipt> => {
    const renewed = sealing.renewedFor(commands)
    const all = renewed === undefined ? commands : [renewCommand(renewed), ...commands]
    const keys = joinKeys(renewed, beside.keys)
    const receipt = await command.send({ ...beside, all, ...(keys ? { keys } : {}) })
    sealing.sent()
    vaults.fetchAgain(keptIn(commands))
    return receipt
  }
  return {
    ...{ case: id, account: me?.account ?? '', organisation: me?.organisation?.id ?? null },
    may: (capability) => me?.capabilities.includes(capability) ?? false,
    ...{ asked, answer, now: asked.answer?.answeredAt ?? '', ...folded, unlocked },
    canRead: (vault) => answer?.vaults.includes(vault) ?? false,
    ...{ open: vaults.open, texts: vaults.texts, read: vaults.read, seal: sealing.seal, renew: sealing.renewAll, send, again: asked.again },
  }
}

const keptIn = (commands: readonly OneCommand[]): ReadonlySet<VaultName> =>
  new Set(commands.flatMap((one) => (one.about === 'access' && one.ask.step === 'keep-text' ? [one.ask.sealed.vault] : [])))

/** Words in memory, for as long as the key is open. */
function useOpenVaults(id: string, unlocked: Unlocked | null) {
  const [opened, setOpened] = useState<ReadonlyMap<VaultName, readonly OpenedText[]>>(new Map())
  useEffect(() => setOpened(new Map()), [id, unlocked])
  const open = useCallback(
    async (vault: VaultName): Promise<Outcome<readonly OpenedText[]>> => {
      if (unlocked === null) return refused('locked')
      const { texts, wraps, keys } = (await ask<CaseTexts>(`/api/cases/${id}/texts/${vault}`)).data
      const places = await unlocked.openVaults(id, { keys, wraps })
      if (!places.ok) return places
      const read: OpenedText[] = []
      for (const text of texts) {
        const plain = await unlocked.openText(id, text)
        read.push({ ...text, plain: plain.ok ? plain.value : null })
      }
      if (unlocked.isLocked()) return refused('locked')
      setOpened((before) => new Map([...before, [vault, read]]))
      return accepted(read)
    },
    [id, unlocked],
  )
  const fetchAgain = (touched: ReadonlySet<VaultName>) => {
    // Each fetch is a look: only where something new lies.
    for (const vault of opened.keys()) if (touched.has(vault)) void open(vault).catch(() => null)
  }
  const read = ({ vault, id: text }: SealedRef) => opened.get(vault)?.find((one) => one.id === text)?.plain ?? null
  return { open, fetchAgain, read, texts: (vault: VaultName) => opened.get(vault) ?? null }
}

interface SealingOf {
  readonly answer: CaseAnswer | undefined
  readonly whole: CaseWhole
  readonly halves: readonly VaultKey[]
  readonly account: string
  readonly organisation: string | null
}
/** A key that was made anew is kept until what was sealed with it has been sent, and thrown away with the case as it was. */
function useSealing(id: string, { answer, whole, halves, account, organisation }: SealingOf) {
  const fresh = useRef<Map<VaultName, VaultKeys>>(new Map())
  useEffect(() => fresh.current.clear(), [answer])
  const renew = async (vault: VaultName): Promise<Outcome<VaultKeys>> => {
    const known = fresh.current.get(vault)
    if (known) return accepted(known)
    const readers = whole.access.members.filter((one) => one.vaults.includes(vault))
    const [holders, custodians] = await Promise.all([askReaders(readers, organisation), askCustodians()])
    const trusted = await admitted(account, [...holders, ...custodians])
    if (!trusted.ok) return trusted
    const made = await renewVaults({ caseId: id, vaults: [vault], access: whole.access, holders, custodians })
    if (made.ok) fresh.current.set(vault, made.value)
    return made
  }
  const keyFor = async (vault: VaultName, slot: TextSlot) => {
    // Who asks for emergency access does not read the vault, so cannot make its key anew.
    const isPlea = slot === 'reason' && !(answer?.vaults.includes(vault) ?? false)
    if (whole.access.mustRenew.has(vault) && !isPlea) {
      const made = await renew(vault)
      if (!made.ok) return made
      const key = made.value.keys[0]
      return key ? accepted(key) : refused('no-reader')
    }
    // Sealed only to what the events say, and to what this device saw before: a list beside them could be somebody else's.
    if (!areHalves(answer?.keys ?? [], halves)) return refused('vault-key-changed', { vault })
    const key = newestKey(halves, vault)
    if (key === null) return refused('vault-not-there', { vault })
    const known = await pinnedHalvesOf(account, deviceKeep()).admit(id, [key])
    return known.ok ? accepted(key) : known
  }
  const seal = async (vault: VaultName, slot: TextSlot, text: string): Promise<Outcome<Sealed>> => {
    const key = await keyFor(vault, slot)
    if (!key.ok) return key
    const ref = { vault, id: newId() }
    const sealed = await sealText(key.value, { caseId: id, slot, id: ref.id }, text)
    return sealed.ok ? accepted({ ref, command: { about: 'access', ask: { step: 'keep-text', sealed: sealed.value } } }) : sealed
  }
  const renewedFor = (commands: readonly OneCommand[]): VaultKeys | undefined => {
    const vaults = keptIn(commands)
    return joinKeys(...[...fresh.current].filter(([vault]) => vaults.has(vault)).map(([, keys]) => keys))
  }
  const renewAll = async (vaults: readonly VaultName[]): Promise<Outcome<VaultKeys>> => {
    const parts: VaultKeys[] = []
    for (const vault of vaults) {
      const made = await renew(vault)
      if (!made.ok) return made
      parts.push(made.value)
    }
    const keys = joinKeys(...parts)
    return keys === undefined ? refused('no-reader') : accepted(keys)
  }
  return { seal, renewAll, renewedFor, sent: () => fresh.current.clear() }
}
