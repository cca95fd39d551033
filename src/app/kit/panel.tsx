/* A panel of a page, a note in the way, a line of source. */
import { type ReactNode, useId } from 'react'

export interface PanelProps {
  readonly title?: string
  /** Beside the title: a count, a button. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}
export function Panel({ title, aside, children }: PanelProps) {
  const id = useId()
  return (
    <section className="panel" aria-labelledby={title ? id : undefined}>
      {title !== undefined && (
        <header>
          <h2 id={id}>{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  )
}

export type NoteTone = 'warn' | 'red' | 'calm' | 'good'
const tones: { readonly [Tone in NoteTone]: string } = { warn: 'note', red: 'note red', calm: 'note calm', good: 'note good' }
/** Something to know before going on. `live` when it appears because of what the person just did. */
export function Note({
  tone = 'warn',
  live = false,
  children,
}: {
  readonly tone?: NoteTone
  readonly live?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={tones[tone]} role={live ? 'status' : undefined}>
      {children}
    </div>
  )
}
/** A note over the whole page. */
export function Banner({ tone = 'warn', children }: { readonly tone?: NoteTone; readonly children: ReactNode }) {
  return (
    <div className={`${tones[tone]} banner`} role="note">
      {children}
    </div>
  )
}
/** Where a number or a picture comes from: rule, order, file, day. */
export function Source({ children }: { readonly children: ReactNode }) {
  return <span className="source">{children}</span>
}
