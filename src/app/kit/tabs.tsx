/* Parts of one thing beside each other; the chosen one may be kept in the address by the caller. */
import { Tabs as Radix } from 'radix-ui'
import { type ReactNode, useEffect, useRef } from 'react'

export interface Tab {
  readonly key: string
  readonly label: string
  readonly content: ReactNode
}
export function Tabs({
  label,
  tabs,
  value,
  onValue,
}: {
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly value: string
  readonly onValue: (key: string) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  // On a telephone the bar is wider than the screen: the chosen part is brought into it, and the page stays where it is.
  useEffect(() => {
    const bar = list.current
    const chosen = bar?.querySelector<HTMLElement>('[data-state="active"]')
    if (bar && chosen) bar.scrollLeft = chosen.offsetLeft - bar.offsetLeft - (bar.clientWidth - chosen.offsetWidth) / 2
  }, [value])
  return (
    <Radix.Root value={value} onValueChange={onValue}>
      <Radix.List ref={list} className="tabs-list" aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.key} value={tab.key}>
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.key} value={tab.key} className="tabs-body">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
