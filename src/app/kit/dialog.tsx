/* A question in front of the page; closes with Escape, gives the focus back. */
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'

export interface DialogProps {
  readonly title: string
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  /** The element that opens it; wired for screen readers. */
  readonly trigger?: ReactNode
  readonly explain?: string
  readonly children: ReactNode
  /** Bottom right, the main one last. */
  readonly actions?: ReactNode
}
export function Dialog({ title, open, onOpen, trigger, explain, children, actions }: DialogProps) {
  const { t } = useWords()
  return (
    <Radix.Root open={open} onOpenChange={onOpen}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="overlay" />
        <Radix.Content className="dialog" {...(explain ? {} : { 'aria-describedby': undefined })}>
          <Radix.Title asChild>
            <h2>{title}</h2>
          </Radix.Title>
          {explain && <Radix.Description className="small">{explain}</Radix.Description>}
          {children}
          <div className="actions">
            <Radix.Close className="btn">{t('app.close')}</Radix.Close>
            {actions}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
