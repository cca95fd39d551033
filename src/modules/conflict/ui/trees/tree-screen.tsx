/*
One problem tree: worked on when it is open and one may map, else looked at. Problem and objective side stand beside each other; a projector gets the tree alone;
paper gets both sides on A3. What a refused or older save leaves is shown beside what stands.
*/
import { useEffect, useMemo, useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { useWidth } from '../../../../app/kit/use-width.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import { refusalText, useWords, wordOr } from '../../../../app/words.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { CardId, TreeAnswer, TreeContent } from '../../contract-trees.ts'
import { cardOf } from '../../domain/trees/changes.ts'
import { checkTree } from '../../domain/trees/check.ts'
import { pictureWords } from '../../domain/trees/paper.ts'
import { type Side, treeSvg } from '../../domain/trees/picture.ts'
import { CardPanel } from './card-panel.tsx'
import { arrowOfDrop, newCard } from './new-card.ts'
import { type TableAct, stepOfKey } from './table.ts'
import { Files, Findings, Versions } from './tree-beside.tsx'
import { type CanvasActs, TreeCanvas } from './tree-canvas.tsx'
import { TreeOutline } from './tree-outline.tsx'
import { TreeThemes } from './tree-themes.tsx'
import { type TreeTable, useTable } from './use-table.ts'
import './trees.css'

export function ProblemTreeScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const [url] = useUrlState()
  const tree = params['tree'] ?? ''
  const version = url['version'] ?? ''
  const { data, answer, error, again } = useAnswer<TreeAnswer>(`/api/conflict/trees/${tree}${version === '' ? '' : `?version=${version}`}`)
  if (error && !data)
    return (
      <Page title={t('trees.one')} crumbs={<AppLink to="/problem-trees">{t('trees.title')}</AppLink>}>
        <ErrorState error={error} again={again} />
      </Page>
    )
  if (!data) return <Loading />
  const { line } = data
  const zones = line.zones.map((one) => one.name).join(', ')
  return (
    <Page
      title={data.content.title}
      crumbs={<AppLink to="/problem-trees">{t('trees.title')}</AppLink>}
      under={[data.version === null ? t(`trees.state.${line.state}`) : t('trees.version', { n: data.version }), zones]
        .filter(Boolean)
        .join(' · ')}
      answer={answer}
    >
      {data.withheld.includes('sites') && <Note tone="calm">{t('trees.withheld')}</Note>}
      <Worked key={`${tree} ${version} ${line.state}`} answer={data} again={again} />
      <Paper answer={data} today={dayOf(answer?.answeredAt ?? '')} />
    </Page>
  )
}

function Worked({ answer, again }: { readonly answer: TreeAnswer; readonly again: () => void }) {
  const { t } = useWords()
  const [url] = useUrlState()
  const tree = useTable(answer, again)
  const { table, play } = tree
  const mayWork = answer.mayWrite && answer.version === null && answer.line.state === 'open'
  const [place, width] = useWidth<HTMLDivElement>(1_100)
  const isThemes = url['as'] === 'themes'
  const isOutline = isThemes || width < 620 || url['as'] === 'list'
  const [isShown, setShown] = useState(false)
  useSteps(mayWork, play)
  const findings = useMemo(() => (mayWork ? checkTree(table.draft) : answer.findings), [mayWork, table.draft, answer.findings])
  const marked = new Set(findings.flatMap((one) => one.card ?? []))
  const side: Side = url['side'] === 'objective' ? 'objective' : 'problem'
  const chosen = cardOf(table.draft, table.chosen)
  const panel = chosen && mayWork ? <CardPanel key={chosen.id} {...{ card: chosen, content: table.draft, answer, play }} /> : null
  const choose = (card: CardId | null) => play({ do: 'choose', card })
  const acts = useMemo(() => (mayWork ? canvasActs(table.draft, play) : null), [mayWork, table.draft, play])
  const canvas = (which: Side) => (
    <TreeCanvas
      key={which}
      {...{ content: table.draft, side: which, chosen: table.chosen, marked, onChoose: choose, label: t(`trees.paper.${which}`) }}
      room={620}
      acts={which === 'problem' ? acts : null}
    />
  )
  return (
    <div className="stack no-print" ref={place}>
      {mayWork && <Saving {...tree} />}
      <Tools {...{ answer, tree, mayWork, isWide: width >= 620, onShow: () => setShown(true) }} />
      {table.draft.cards.length === 0 && <Note tone="calm">{t('trees.empty')}</Note>}
      <div className={isOutline || side === 'objective' ? 'tree-table alone' : 'tree-table'}>
        {isThemes ? (
          <TreeThemes {...{ content: table.draft, chosen: table.chosen, marked, onChoose: choose, panel }} />
        ) : isOutline ? (
          <TreeOutline {...{ content: table.draft, chosen: table.chosen, marked, onChoose: choose, panel }} />
        ) : (
          <div className={side === 'objective' ? 'tree-sides' : undefined}>
            {canvas('problem')}
            {side === 'objective' && canvas('objective')}
          </div>
        )}
        <div className="stack">
          {!isOutline && panel !== null && <Panel title={t('trees.card')}>{panel}</Panel>}
          <Findings {...{ findings, content: table.draft, onGo: choose }} />
        </div>
      </div>
      {side === 'objective' && <Source>{t('trees.mirror.source')}</Source>}
      {mayWork && <p className="small">{t('trees.words.care')}</p>}
      <Versions answer={answer} again={again} />
      <Files answer={answer} side={side} />
      {isShown && <Show {...{ content: table.draft, side, onEnd: () => setShown(false) }} />}
    </div>
  )
}

interface ToolsProps {
  readonly answer: TreeAnswer
  readonly tree: TreeTable
  readonly mayWork: boolean
  /** There is room for the picture. */
  readonly isWide: boolean
  readonly onShow: () => void
}
function Tools({ answer, tree: { table, play }, mayWork, isWide, onShow }: ToolsProps) {
  const { t } = useWords()
  const [{ side, as }, change] = useUrlState()
  const isBoth = side === 'objective'
  return (
    <Toolbar label={t('trees.tools')}>
      {mayWork && (
        <>
          <Button disabled={table.past.length === 0} aria-keyshortcuts="Control+Z" title="Ctrl+Z" onClick={() => play({ do: 'undo' })}>
            {t('trees.undo')}
          </Button>
          <Button
            disabled={table.future.length === 0}
            aria-keyshortcuts="Control+Shift+Z"
            title="Ctrl+Shift+Z"
            onClick={() => play({ do: 'redo' })}
          >
            {t('trees.redo')}
          </Button>
          <AddFirst {...{ content: table.draft, answer, play }} />
        </>
      )}
      <Button onClick={() => change({ side: isBoth ? '' : 'objective' })}>{t(isBoth ? 'trees.side.problem' : 'trees.side.both')}</Button>
      {isWide && (
        <Button onClick={() => change({ as: as === 'list' || as === 'themes' ? '' : 'list' })}>
          {t(as === 'list' || as === 'themes' ? 'trees.as.picture' : 'trees.as.list')}
        </Button>
      )}
      <Button onClick={() => change({ as: as === 'themes' ? 'list' : 'themes' })}>
        {t(as === 'themes' ? 'trees.as.list' : 'trees.as.themes')}
      </Button>
      <Button onClick={onShow}>{t('trees.show')}</Button>
    </Toolbar>
  )
}

/** Back and again by the keys that everybody knows, wherever on the page one is; a field keeps its own. */
function useSteps(mayWork: boolean, play: (act: TableAct) => void): void {
  useEffect(() => {
    if (!mayWork) return undefined
    const press = (event: globalThis.KeyboardEvent) => {
      const step = stepOfKey(event)
      if (step === null || (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]'))) return
      event.preventDefault()
      play({ do: step })
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [mayWork, play])
}

const canvasActs = (content: TreeContent, play: (act: TableAct) => void): CanvasActs => ({
  choose: (card) => play({ do: 'choose', card }),
  drop: (dragged, target) => {
    const [card, other] = [cardOf(content, dragged), content.cards.find((one) => one.id === target)]
    if (card && other) play({ do: 'act', changes: [arrowOfDrop(card, other)], choose: card.id })
  },
  rename: (card, text) => play({ do: 'act', changes: [{ do: 'reword', card, text }] }),
  remove: (card) => play({ do: 'act', changes: [{ do: 'remove', card }] }),
  vote: (card, by) => play({ do: 'act', changes: [{ do: 'vote', card, votes: Math.max(0, (cardOf(content, card)?.votes ?? 0) + by) }] }),
})

/** What is kept and what is not yet; a tree that moved on is shown beside one’s own. */
function Saving({ table, play, sending, error, send }: TreeTable) {
  const { t } = useWords()
  return (
    <>
      <div className="row tight">
        <span className="small grow" role="status">
          {sending ? t('trees.saving') : table.pending.length === 0 ? t('trees.saved') : t('trees.pending', { n: table.pending.length })}
        </span>
        {table.pending.length > 0 && table.stands === null && <Button onClick={send}>{t('trees.save')}</Button>}
      </div>
      {table.refused !== null && (
        <Note tone="warn" live>
          {wordOr(`trees.refused.${table.refused}`, refusalText(table.refused))}
        </Note>
      )}
      {error && <ErrorState error={error} again={send} />}
      {table.stands !== null && (
        <Note tone="warn" live>
          <p>
            <strong>{t('trees.moved-on', { n: table.pending.length })}</strong>
          </p>
          <p>{t('trees.moved-on.both', { mine: table.draft.cards.length, theirs: table.stands.content.cards.length })}</p>
          <div className="row tight">
            <Button kind="primary" onClick={() => play({ do: 'lay-on-top' })}>
              {t('trees.moved-on.mine')}
            </Button>
            <Button onClick={() => play({ do: 'take-theirs' })}>{t('trees.moved-on.theirs')}</Button>
          </div>
        </Note>
      )}
    </>
  )
}

/** The core first; then cards on the table that nobody has joined yet, as in the hall. */
function AddFirst({
  content,
  answer,
  play,
}: {
  readonly content: TreeContent
  readonly answer: TreeAnswer
  readonly play: (act: TableAct) => void
}) {
  const { t } = useWords()
  const zones = answer.line.zones.map((one) => one.code)
  const hasCore = content.cards.some((one) => one.kind === 'core')
  const kind = hasCore ? 'cause' : 'core'
  return (
    <Button
      kind={hasCore ? 'plain' : 'primary'}
      onClick={() => play(newCard(newId(), { kind, text: t('trees.new-card'), zones, beside: null }))}
    >
      {t(hasCore ? 'trees.add-card' : 'trees.add-core')}
    </Button>
  )
}

/** For a projector: the tree alone, as large as the wall. Escape ends it. */
function Show({ content, side, onEnd }: { readonly content: TreeContent; readonly side: Side; readonly onEnd: () => void }) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<CardId | null>(null)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => event.key === 'Escape' && onEnd()
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onEnd])
  return (
    <div className="tree-show" role="dialog" aria-modal="true" aria-label={content.title}>
      <div className="row">
        <h2 className="grow">{content.title}</h2>
        <Button onClick={onEnd}>{t('app.close')}</Button>
      </div>
      <TreeCanvas
        {...{ content, side, chosen, marked: new Set<string>(), acts: null, onChoose: setChosen, label: content.title }}
        room={window.innerHeight - 110}
      />
    </div>
  )
}

/** Both sides on A3, from the same picture as the file. */
function Paper({ answer, today }: { readonly answer: TreeAnswer; readonly today: string }) {
  const say = (key: string, facts = {}) => wordOr(key, key, facts)
  return (
    <div className="tree-paper only-print">
      {(['problem', 'objective'] as const).map((side) => {
        const words = pictureWords(answer, side, { say, today })
        const svg = treeSvg(answer.content, side, words)
        return <img key={side} alt={words.title} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} />
      })}
    </div>
  )
}
