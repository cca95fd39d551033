/*
The flow of a lot as a picture: sites at the left, what was done in the middle, the lot at the right. Whoever does not see it reads
the same in the table beside it. A point that is held is marked by its outline and by a word, never by colour alone.
*/
import { useMemo } from 'react'
import { AppLink } from '../../../../app/kit/button.tsx'
import { useWidth } from '../../../../app/kit/use-width.ts'
import { useWords } from '../../../../app/words.ts'
import type { Flow } from '../../contract-tracing.ts'
import { amountText } from './amount.tsx'
import { heightFor, layOut, type PlacedNode } from './flow-layout.ts'
import './tracing.css'

/** Below this the layers would stand in each other's words: the picture is then wider than its place and is pushed sideways. */
const NARROWEST = 560

export function FlowPicture({ flow, title }: { readonly flow: Flow; readonly title: string }) {
  const { t, language } = useWords()
  const [place, width] = useWidth<HTMLDivElement>(760)
  const wide = Math.max(NARROWEST, width)
  const height = heightFor(flow)
  const picture = useMemo(() => layOut(flow, wide, height), [flow, wide, height])
  const nameOf = (node: Flow['nodes'][number]): string => node.label ?? t('trace.flow.together', { n: node.lots })
  const names = new Map(flow.nodes.map((node) => [node.key, nameOf(node)]))
  return (
    <div ref={place} className="flow-place" tabIndex={0} role="region" aria-label={title}>
      <svg className="flow" width={wide} height={height} viewBox={`0 0 ${wide} ${height}`} role="group" aria-label={title}>
        {picture.links.map((link) => (
          <path key={link.key} d={link.path} strokeWidth={link.width} className="river">
            <title>{`${names.get(link.from)} → ${names.get(link.to)} : ${amountText(language, link.link.amount)}`}</title>
          </path>
        ))}
        {picture.nodes.map((placed) => (
          <Point key={placed.node.key} placed={placed} name={nameOf(placed.node)} />
        ))}
      </svg>
    </div>
  )
}

function Point({ placed, name }: { readonly placed: PlacedNode; readonly name: string }) {
  const { t, language } = useWords()
  const { node, x, y, width, height, isLast } = placed
  const under = `${amountText(language, node.amount)}${node.held ? ` · ${t('trace.flow.held')}` : ''}`
  const words = { x: isLast ? x - 6 : x + width + 6, textAnchor: isLast ? 'end' : 'start' } as const
  const label = (
    <text {...words} y={y + height / 2 - 2}>
      {shorten(name)}
      <title>{name}</title>
    </text>
  )
  const to = node.lot === null ? (node.site === null ? null : `/sites/${node.site}`) : `/lots/${node.lot}`
  return (
    <g className={node.held ? 'point held' : `point of-${node.layer}`}>
      <rect x={x} y={y} width={width} height={height} rx={2} />
      {to === null ? label : <AppLink to={to}>{label}</AppLink>}
      <text {...words} y={y + height / 2 + 12} className="under">
        {under}
      </text>
    </g>
  )
}
const shorten = (name: string): string => (name.length > 24 ? `${name.slice(0, 23)}…` : name)
