/*
Drafting an order: the act, its annex, the legal check, and the paper as it will be printed. What is typed stays on the device until the
server has it; two officers who change one draft see both texts. Signing cannot be undone, so it asks once more.
*/
import { useEffect, useState } from 'react'
import { post, troubleOf } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import { legalInstruments } from '../../domain/orders/legal-instruments.ts'
import type { OrderDraftPage } from '../../domain/orders/order-draft.ts'
import { type Draft, contentOf, editedDraft, newDraft } from './draft-form.ts'
import { DraftDesk } from './draft-desk.tsx'
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts'

export const DraftScreen = ({ params }: ScreenProps) => <DraftAt id={params['draft'] ?? ''} isNew={false} onFirst={() => undefined} />

interface DraftAtProps {
  readonly id: string
  /** The server does not know it yet. */
  readonly isNew: boolean
  /** It was kept for the first time. */
  readonly onFirst: () => void
}
export function DraftAt({ id, isNew, onFirst }: DraftAtProps) {
  const asked = useAnswer<OrderDraftPage>(isNew ? null : `/api/order-drafts/${id}`)
  if (asked.error) return <ErrorState error={asked.error} again={asked.again} />
  // The text on the screen stays while the first answer about a new draft is under way.
  if (!isNew && !asked.data && keptDraft(id) === null && !begun.has(id)) return <Loading />
  begun.add(id)
  return <Desk key={id} {...{ id, onFirst }} server={asked.data ?? null} again={asked.again} />
}
/** Drafts whose desk stands open in this visit. */
const begun = new Set<string>()

interface DeskProps {
  readonly id: string
  readonly server: OrderDraftPage | null
  readonly again: () => void
  readonly onFirst: () => void
}
const usual = legalInstruments.filter((one) => one.usual).map((one) => one.cited)

/** What the screen holds beside what the server keeps: the text being written, and the version it was made from. */
function Desk({ id, server, again, onFirst }: DeskProps) {
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
      if (version === 0) onFirst()
      else again()
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
    if (server === null) setDraft(newDraft(todayHere(), usual))
  }
  return (
    <DraftDesk
      {...{ id, draft, version, server, change, saving, trouble, conflict, touched, save, takeTheirs }}
      wasKept={kept !== null && touched}
      keepMine={() => void save(conflict?.version ?? version)}
    />
  )
}
