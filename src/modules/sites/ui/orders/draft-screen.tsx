/*
Drafting an order: the act, its annex, the legal check, and the paper as it will be printed. What is typed stays on the device until the
server has it; two officers who change one draft see both texts. Signing cannot be undone, so it asks once more.
*/
import { useEffect, useState } from 'react'
import { post, troubleOf } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import { legalInstruments } from '../../domain/orders/legal-instruments.ts'
import type { OrderDraftPage } from '../../domain/orders/order-draft.ts'
import { type Draft, contentOf, editedDraft, newDraft } from './draft-form.ts'
import { DraftDesk } from './draft-desk.tsx'
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts'

export function DraftScreen({ params }: ScreenProps) {
  const id = params['draft'] ?? ''
  const [state] = useUrlState()
  const isNew = state['new'] === '1'
  const asked = useAnswer<OrderDraftPage>(isNew ? null : `/api/order-drafts/${id}`)
  if (asked.error) return <ErrorState error={asked.error} again={asked.again} />
  if (!isNew && !asked.data) return <Loading />
  return <Desk key={id} id={id} server={asked.data ?? null} again={asked.again} />
}

interface DeskProps {
  readonly id: string
  readonly server: OrderDraftPage | null
  readonly again: () => void
}
const usual = legalInstruments.filter((one) => one.usual).map((one) => one.cited)

/** What the screen holds beside what the server keeps: the text being written, and the version it was made from. */
function Desk({ id, server, again }: DeskProps) {
  const [, changeUrl] = useUrlState()
  const kept = useState(() => keptDraft(id))[0]
  const [draft, setDraft] = useState<Draft>(() => kept?.draft ?? (server ? editedDraft(server) : newDraft(todayHere(), usual)))
  const [version, setVersion] = useState(kept?.version ?? server?.version ?? 0)
  const [touched, setTouched] = useState(kept !== null)
  const [saving, setSaving] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const conflict = server !== null && server.version !== version && touched ? server : null
  useEffect(() => {
    // What the server found out about the rows (names, sites) is shown as soon as nothing of ours waits.
    if (server !== null && !touched) {
      setDraft(editedDraft(server))
      setVersion(server.version)
    }
  }, [server, touched])
  const change = (next: Draft) => {
    setDraft(next)
    setTouched(true)
    keepDraft(id, { draft: next, version })
  }
  const save = async (over: number = version): Promise<boolean> => {
    setSaving(true)
    setTrouble(null)
    try {
      const saved = await post<{ version: number }>('/api/order-drafts', { draft: id, version: over, content: contentOf(draft) })
      forgetDraft(id)
      setVersion(saved.version)
      setTouched(false)
      changeUrl({ new: '' })
      again()
      return true
    } catch (error) {
      if (troubleOf(error).refusal?.code === 'draft-changed-meanwhile') again()
      else setTrouble(error)
      return false
    } finally {
      setSaving(false)
    }
  }
  const takeTheirs = () => {
    forgetDraft(id)
    setTouched(false)
  }
  return (
    <DraftDesk
      {...{ id, draft, version, server, change, saving, trouble, conflict, touched, save, takeTheirs }}
      wasKept={kept !== null && touched}
      keepMine={() => void save(conflict?.version ?? version)}
    />
  )
}
