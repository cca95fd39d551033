/* The mark of a telephone or of one item on its shelves: shape, colour and always the word. */
import { useWords } from '../../../app/words.ts'
import { type Mark, type MarkKind, markOf } from '../domain/sync-mark.ts'
import type { OutboxItem, SyncState } from '../../../app/field/phone.ts'
import './phone.css'

const shapes: { readonly [Kind in MarkKind]: React.ReactNode } = {
  safe: <path d="M1.5 6.5l3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" />,
  waiting: <path d="M6 12V2M1.5 6L6 1.5 10.5 6" fill="none" stroke="currentColor" strokeWidth="2" />,
  sending: <path d="M6 12V2M1.5 6L6 1.5 10.5 6" fill="none" stroke="currentColor" strokeWidth="2" />,
  'needs-you': <path d="M6 0l6 11H0zM5.3 4v3.5h1.4V4zm0 4.3v1.4h1.4V8.3z" fillRule="evenodd" />,
  error: <path d="M0 0h12v12H0zM5.3 2v5h1.4V2zm0 6v1.5h1.4V8z" fillRule="evenodd" />,
}

export const phoneMark = (state: SyncState, items: readonly OutboxItem[] | null, parted: number): Mark =>
  markOf({
    parted,
    isRunning: state.phase !== 'idle',
    unsent: state.unsent,
    trouble: state.trouble,
    states: (items ?? []).filter((item) => item.mine && !item.isDismissed).map((item) => ((item.waitsFor ?? 0) > 0 ? 'stuck' : item.state)),
  })

export function SyncMark({ mark }: { readonly mark: Mark }) {
  const { t } = useWords()
  return <MarkText kind={mark.kind} text={t(`phone.mark.${mark.kind}`, { n: mark.n })} />
}

export function MarkText({ kind, text }: { readonly kind: MarkKind; readonly text: string }) {
  return (
    <span className={`sync-mark ${kind}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {shapes[kind]}
      </svg>
      {text}
    </span>
  )
}
