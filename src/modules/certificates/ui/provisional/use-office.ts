/* What the screen of an office without network stands on: the open telephone, its vault, the blocks that it carries, and the sheets that it knows. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { openedVault } from '../../../../app/field/opened-vault.ts'
import { type OutboxItem, type Phone, listenToPhone, openPhone } from '../../../../app/field/phone.ts'
import type { Outcome } from '../../../../kernel/outcome.ts'
import type { BlockDetail } from '../../contract-issuing.ts'
import { type NextNumber, numbersLeft } from '../../domain/issuing/next-number.ts'
import { type Office, givenHere, nextOf } from './issue-sheet.ts'
import { type Sheet, sheetsOf } from './sheets.ts'

export const usePhone = (): Phone | null => useSyncExternalStore(listenToPhone, openPhone)

export interface OfficeHere {
  readonly office: Office
  readonly sheets: readonly Sheet[]
  readonly next: Outcome<NextNumber & { readonly block: BlockDetail }>
  readonly left: number
}
interface Blocks {
  readonly blocks: readonly BlockDetail[]
}

/** `here` is null until box and blocks were read. */
export function useOffice(phone: Phone) {
  const asked = useAnswer<Blocks>('/api/number-blocks/mine')
  const { again } = asked
  const [items, setItems] = useState<readonly OutboxItem[] | null>(null)
  const [here, setHere] = useState<OfficeHere | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => phone.sync.listen(() => setTurn((before) => before + 1)), [phone])
  useEffect(() => {
    let wanted = true
    void phone.outbox.items().then((found) => wanted && setItems(found))
    return () => {
      wanted = false
    }
  }, [phone, turn])
  const arrived = (items ?? []).filter((item) => item.subject.startsWith('number-block:') && item.state === 'taken').length
  // What just arrived the server tells anew.
  useEffect(() => {
    if (arrived > 0) again()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `again` is another function at each drawing
  }, [arrived])
  const blocks = asked.data?.blocks
  useEffect(() => {
    let wanted = true
    const vault = openedVault()
    if (items === null || blocks === undefined || vault === null) return undefined
    void hereOf({ phone, vault, blocks }, items).then((found) => wanted && setHere(found))
    return () => {
      wanted = false
    }
  }, [phone, items, blocks])
  return { here, answer: asked.answer, error: asked.error, again, look: () => setTurn((before) => before + 1) }
}

async function hereOf(office: Office, items: readonly OutboxItem[]): Promise<OfficeHere> {
  const sheets = sheetsOf(items, office.blocks)
  const given = await givenHere(office)
  const numbers = sheets.map((one) => one.number)
  const open = office.blocks.filter(({ block }) => block.closed === null)
  const left = open.reduce((sum, { block }) => sum + numbersLeft(block, { given: given[block.id] ?? 0, sheets: numbers }), 0)
  return { office, sheets, left, next: await nextOf(office) }
}
