/* Parts of one thing beside each other; the chosen one may be kept in the address by the caller. */
import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

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
  return (
    <Radix.Root value={value} onValueChange={onValue}>
      <Radix.List className="tabs-list" aria-label={label}>
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
