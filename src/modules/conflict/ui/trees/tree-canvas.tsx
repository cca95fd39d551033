/*
The tree as a picture on which one works: cards stand where the layout puts them, arrows lie behind. A card that is laid on another gets an arrow. Everything that
the pointer does the keyboard does too: arrow keys walk, Enter writes, Delete takes away, + and - vote. The picture is moved and made larger without a mouse wheel.
*/
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { useWidth } from '../../../../app/kit/use-width.ts'
import { useWords } from '../../../../app/words.ts'
import type { Card, CardId, TreeContent } from '../../contract-trees.ts'
import { type PlacedCard, type TreeLayout, layoutTree } from '../../domain/trees/layout.ts'
import { mirrorTree } from '../../domain/trees/mirror.ts'
import { PLACES, type Side, arrowPath } from '../../domain/trees/picture.ts'
import { type Way, walk } from './new-card.ts'

export interface CanvasActs {
  readonly choose: (card: CardId | null) => void
  /** `target` as the page says it: text that may be no card. */
  readonly drop: (dragged: CardId, target: string) => void
  readonly rename: (card: CardId, text: string) => void
  readonly remove: (card: CardId) => void
  readonly vote: (card: CardId, by: number) => void
}
export interface CanvasProps {
  readonly content: TreeContent
  readonly side: Side
  readonly chosen: CardId | null
  /** Cards with a finding. */
  readonly marked: ReadonlySet<string>
  /** `null`: only to look at. */
  readonly acts: CanvasActs | null
  readonly onChoose: (card: CardId | null) => void
  readonly label: string
  /** The height that the picture should fit into, in pixels. */
  readonly room: number
}
const WAYS: { readonly [key: string]: Way } = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }
const SMALLEST = 0.15
const LARGEST = 2.5

export function useLayout(content: TreeContent, side: Side): { readonly layout: TreeLayout; readonly wanted: ReadonlySet<CardId> } {
  return useMemo(() => {
    const mirrored = new Map(side === 'objective' ? mirrorTree(content).cards.map((one) => [one.id, one]) : [])
    const cards = content.cards.map((card) => ({
      ...{ id: card.id, place: PLACES[card.kind], text: mirrored.get(card.id)?.text ?? card.text },
      notes: side === 'problem' && (card.votes > 0 || card.isChosen) ? 1 : 0,
    }))
    const wanted = new Set([...mirrored.values()].filter((one) => one.words === 'wanted').map((one) => one.id))
    return { layout: layoutTree(cards, content.arrows), wanted }
  }, [content, side])
}

export function TreeCanvas(props: CanvasProps) {
  const { content, side, chosen, onChoose, label, room } = props
  const { t } = useWords()
  const { layout, wanted } = useLayout(content, side)
  const [place, width] = useWidth<HTMLDivElement>(900)
  const [zoom, setZoom] = useState<number | null>(null)
  const fit = Math.max(SMALLEST, Math.min(1.4, (width - 24) / layout.width, (room - 24) / layout.height))
  const scale = zoom ?? fit
  const size = (by: number) => setZoom(Math.min(LARGEST, Math.max(SMALLEST, scale * by)))
  useEffect(() => {
    if (chosen !== null) place.current?.querySelector(`[data-card="${chosen}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [chosen, place])
  return (
    <div className="tree-frame">
      <div className="row tight no-print tree-zoom" role="group" aria-label={t('trees.zoom')}>
        <Button onClick={() => size(1 / 1.25)} aria-label={t('trees.zoom.out')}>
          −
        </Button>
        <Button onClick={() => size(1.25)} aria-label={t('trees.zoom.in')}>
          +
        </Button>
        <Button onClick={() => setZoom(null)}>{t('trees.zoom.fit')}</Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the ground is moved by its scroll bars too */}
      <div
        className="tree-ground"
        ref={place}
        style={{ height: room }}
        role="region"
        aria-label={label}
        tabIndex={0}
        {...useGround(() => onChoose(null))}
      >
        <div style={{ width: layout.width * scale, height: layout.height * scale }}>
          <div className="tree-sheet" style={{ width: layout.width, height: layout.height, transform: `scale(${scale})` }}>
            <svg width={layout.width} height={layout.height} aria-hidden="true">
              {layout.arrows.map((arrow) => (
                <path key={`${arrow.from} ${arrow.to}`} d={arrowPath(arrow)} className="tree-arrow" />
              ))}
            </svg>
            {layout.cards.map((at) => (
              <CardOnCanvas key={at.id} {...props} at={at} layout={layout} isWanted={wanted.has(at.id)} scale={scale} />
            ))}
          </div>
        </div>
      </div>
    </div>
  )
}

/** Dragging the ground moves it. */
function useGround(onGround: () => void) {
  const from = useRef<{ x: number; y: number; left: number; top: number } | null>(null)
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      if (event.target instanceof Element && event.target.closest('[data-card]')) return
      const { scrollLeft: left, scrollTop: top } = event.currentTarget
      from.current = { x: event.clientX, y: event.clientY, left, top }
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      const { current } = from
      // A finger moves the ground by itself.
      if (!current || event.pointerType === 'touch') return
      event.currentTarget.scrollLeft = current.left - (event.clientX - current.x)
      event.currentTarget.scrollTop = current.top - (event.clientY - current.y)
    },
    onPointerUp: (event: PointerEvent<HTMLDivElement>) => {
      if (from.current && Math.abs(event.clientX - from.current.x) + Math.abs(event.clientY - from.current.y) < 4) onGround()
      from.current = null
    },
    onPointerLeave: () => {
      from.current = null
    },
  }
}

interface OnCanvas extends CanvasProps {
  readonly at: PlacedCard
  readonly layout: TreeLayout
  readonly isWanted: boolean
  readonly scale: number
}
function CardOnCanvas({ at, layout, isWanted, scale, content, side, chosen, marked, acts, onChoose }: OnCanvas) {
  const { t } = useWords()
  const [isWriting, setWriting] = useState(false)
  const card = content.cards.find((one) => one.id === at.id)
  const drag = useDrag(at.id, scale, acts)
  if (!card) return null
  const style = { left: at.x, top: at.y, width: at.width, height: at.height, ...(drag.shift ? { transform: drag.shift, zIndex: 3 } : {}) }
  if (isWriting && acts !== null && side === 'problem')
    return (
      <WriteHere
        card={card}
        style={style}
        onEnd={(text) => (setWriting(false), text !== card.text && text !== '' && acts.rename(card.id, text))}
      />
    )
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const way = WAYS[event.key]
    const next = way === undefined ? null : walk(layout, at.id, way)
    if (next !== null) {
      onChoose(next)
      document.querySelector<HTMLElement>(`[data-card="${next}"]`)?.focus()
    } else if (event.key === 'Enter' && acts !== null) setWriting(true)
    else if (event.key === 'Delete') acts?.remove(at.id)
    else if (event.key === '+' || event.key === '-') acts?.vote(at.id, event.key === '+' ? 1 : -1)
    else if (way === undefined) return
    event.preventDefault()
  }
  const small = side === 'problem' && (card.votes > 0 || card.isChosen)
  return (
    <button
      type="button"
      data-card={at.id}
      className={`tree-card ${PLACES[card.kind]}${isWanted ? ' wanted' : ''}${card.isChosen ? ' is-chosen' : ''}`}
      style={style}
      aria-pressed={chosen === at.id}
      aria-label={`${t(`trees.paper.place.${side}.${PLACES[card.kind]}`)}: ${at.lines.join(' ')}`}
      onClick={() => drag.wasDragged() || onChoose(at.id)}
      onDoubleClick={() => setWriting(acts !== null)}
      onKeyDown={onKeyDown}
      {...drag.wiring}
    >
      {at.lines.map((line, index) => (
        <span key={index}>{line}</span>
      ))}
      {small && (
        <small>
          {[card.votes > 0 ? t('trees.paper.votes', { n: card.votes }) : '', card.isChosen ? `★ ${t('trees.paper.chosen')}` : '']
            .filter(Boolean)
            .join(' · ')}
        </small>
      )}
      {marked.has(at.id) && (
        <i className="tree-mark" title={t('trees.marked')}>
          !
        </i>
      )}
    </button>
  )
}

function useDrag(card: CardId, scale: number, acts: CanvasActs | null) {
  const [shift, setShift] = useState<string | null>(null)
  const from = useRef<{ x: number; y: number } | null>(null)
  const moved = useRef(false)
  const end = (event: PointerEvent<HTMLButtonElement>) => {
    if (shift !== null && acts !== null) {
      const under = document.elementsFromPoint(event.clientX, event.clientY).flatMap((one) => one.closest('[data-card]') ?? [])
      const target = under.map((one) => one.getAttribute('data-card')).find((one) => one !== null && one !== card)
      if (target) acts.drop(card, target)
    }
    from.current = null
    setShift(null)
  }
  const wiring = {
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      moved.current = false
      if (acts === null || event.pointerType === 'touch') return
      from.current = { x: event.clientX, y: event.clientY }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLButtonElement>) => {
      if (!from.current) return
      const [x, y] = [event.clientX - from.current.x, event.clientY - from.current.y]
      if (Math.abs(x) + Math.abs(y) < 6 && !moved.current) return
      moved.current = true
      setShift(`translate(${x / scale}px, ${y / scale}px)`)
    },
    onPointerUp: end,
    onPointerCancel: end,
  }
  return { shift, wiring, wasDragged: () => moved.current }
}

function WriteHere({ card, style, onEnd }: { readonly card: Card; readonly style: object; readonly onEnd: (text: string) => void }) {
  const { t } = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  return (
    <textarea
      ref={field}
      className="tree-card tree-writing"
      style={style}
      defaultValue={card.text}
      maxLength={240}
      aria-label={t('trees.card.text')}
      onBlur={(event) => onEnd(event.target.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.value = card.text
        if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) event.currentTarget.blur()
      }}
    />
  )
}
