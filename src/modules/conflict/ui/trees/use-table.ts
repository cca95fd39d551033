/*
The table of one tree in the browser: acts are kept on this device at once and sent in batches a moment after the last one. A lost connection, a closed lid or a
refusal loses nothing; what the device kept for an older tree is shown beside what stands.
*/
import { type Dispatch, useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { command, troubleOf } from '../../../../app/api.ts'
import { deviceKeep } from '../../../../app/device.ts'
import { useMe } from '../../../../app/who.ts'
import { listOf, parse, record, whole } from '../../../../kernel/schema.ts'
import { type TreeAnswer, TreeChange } from '../../contract-trees.ts'
import { type Table, type TableAct, onTable, tableOf } from './table.ts'

/** Long enough that dragging and typing make one batch, short enough that the other laptop sees it soon. */
const QUIET_MS = 1_500
const MOST_IN_A_BATCH = 400
const Kept = record({ revision: whole(), pending: listOf(TreeChange, 5_000) })

export interface TreeTable {
  readonly table: Table
  readonly play: Dispatch<TableAct>
  readonly sending: boolean
  readonly error: Error | null
  readonly send: () => void
}
export function useTable(answer: TreeAnswer, again: () => void): TreeTable {
  const { tree, revision } = answer.line
  const place = `chanzo.tree.${useMe().data?.account ?? ''}.${tree}`
  const [table, play] = useReducer(onTable, null, () => begin(answer, place))
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const busy = useRef(false)
  const [stopped, setStopped] = useState(false)
  const { pending, stands } = table

  useEffect(() => {
    play({ do: 'landed', content: answer.content, revision })
  }, [answer.content, revision])
  useEffect(() => {
    try {
      if (pending.length === 0) deviceKeep().removeItem(place)
      else deviceKeep().setItem(place, JSON.stringify({ revision: table.revision, pending }))
    } catch {
      // A full device keeps nothing; what is pending is sent all the same.
    }
  }, [pending, place, table.revision])

  const send = useCallback(async () => {
    const changes = pending.slice(0, MOST_IN_A_BATCH)
    if (busy.current || changes.length === 0 || stands !== null) return
    busy.current = true
    setSending(true)
    try {
      // Not by the hook that asks everything again first: the newer tree would land before what was sent counts as kept.
      await command(`/api/conflict/trees/${tree}/edits`, { expected: table.revision, changes })
      setStopped(false)
      setError(null)
      play({ do: 'kept', count: changes.length, revision: table.revision + 1 })
      again()
    } catch (trouble) {
      setStopped(true)
      setError(trouble instanceof Error ? trouble : new Error(String(trouble)))
      if (troubleOf(trouble).kind === 'refused') again()
    } finally {
      busy.current = false
      setSending(false)
    }
  }, [again, pending, stands, table.revision, tree])
  // Whoever changed something since a refusal, or was shown what stands, may be heard again.
  useEffect(() => setStopped(false), [pending, stands])
  useEffect(() => {
    if (pending.length === 0 || stands !== null || stopped) return undefined
    const timer = setTimeout(() => void send(), QUIET_MS)
    return () => clearTimeout(timer)
  }, [pending, send, stands, stopped])
  return { table, play, sending, error: stands === null ? error : null, send: () => void send() }
}

function begin(answer: TreeAnswer, place: string): Table {
  const fresh = tableOf(answer.content, answer.line.revision)
  if (!answer.mayWrite || answer.line.state === 'frozen') return fresh
  let said: unknown = null
  try {
    said = JSON.parse(deviceKeep().getItem(place) ?? 'null')
  } catch {
    return fresh
  }
  const kept = parse(Kept, said)
  if (!kept.ok || kept.value.pending.length === 0) return fresh
  const mine = tableOf(answer.content, answer.line.revision, kept.value.pending)
  const isOlder = kept.value.revision !== answer.line.revision
  return isOlder ? { ...mine, pending: kept.value.pending, stands: { content: answer.content, revision: answer.line.revision } } : mine
}
