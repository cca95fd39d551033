/* Terms and what stands beside them: the facts of one thing, in the order in which they are read. */
import type { ReactNode } from 'react'

export type PairLine = readonly [term: string, value: ReactNode]

/** Each term once; the value below its term on a small phone. */
export function Pairs({ lines }: { readonly lines: readonly PairLine[] }) {
  return (
    <dl className="pairs">
      {lines.map(([term, value]) => (
        <div key={term} style={{ display: 'contents' }}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
