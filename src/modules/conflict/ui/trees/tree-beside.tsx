/* Beside a tree: what is wrong with it, its versions and what changed between them, and its files. */
import { useState } from 'react'
import { askFile } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { saveFile } from '../../../../app/kit/save-file.ts'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { CardId, Finding, TreeAnswer, TreeContent } from '../../contract-trees.ts'
import { diffTrees, isUnchanged } from '../../domain/trees/diff.ts'
import type { Side } from '../../domain/trees/picture.ts'
import { pngOf } from './png.ts'

export function Findings({
  findings,
  content,
  onGo,
}: {
  readonly findings: readonly Finding[]
  readonly content: TreeContent
  readonly onGo: (card: CardId) => void
}) {
  const { t } = useWords()
  const textOf = (card: CardId | null) => content.cards.find((one) => one.id === card)?.text ?? ''
  return (
    <Panel title={t('trees.findings')}>
      {findings.length === 0 && <p>{t('trees.findings.none')}</p>}
      <ul className="plain-list stack">
        {findings
          .toSorted((a, b) => Number(b.blocks) - Number(a.blocks))
          .map(({ code, card, blocks }) => (
            <li key={`${code} ${card ?? ''}`}>
              <strong>{t(blocks ? 'trees.blocks' : 'trees.warns')}</strong> {t(`trees.finding.${code}`)}
              {card !== null && (
                <div className="row tight">
                  <span className="small grow">« {textOf(card)} »</span>
                  <Button onClick={() => onGo(card)}>{t('trees.go')}</Button>
                </div>
              )}
            </li>
          ))}
      </ul>
      <Source>{t('trees.findings.source')}</Source>
    </Panel>
  )
}

export function Versions({ answer, again }: { readonly answer: TreeAnswer; readonly again: () => void }) {
  const { t } = useWords()
  const { line, mayWrite, version } = answer
  const path = `/api/conflict/trees/${line.tree}`
  const isNow = version === null
  return (
    <Panel title={t('trees.versions')}>
      <div className="stack">
        {line.frozen.length === 0 && <p className="small">{t('trees.versions.none')}</p>}
        <ul className="plain-list">
          {line.frozen.map((one) => (
            <li key={one.number}>
              <AppLink to={`/problem-trees/${line.tree}`} search={{ version: String(one.number) }}>
                {t('trees.version', { n: one.number })}
              </AppLink>{' '}
              · <DateText date={one.on} /> {one.sha256 !== null && <span className="small">SHA-256 {one.sha256.slice(0, 12)}…</span>}
            </li>
          ))}
          {!isNow && (
            <li>
              <AppLink to={`/problem-trees/${line.tree}`}>{t('trees.version.now')}</AppLink>
            </li>
          )}
        </ul>
        {mayWrite && isNow && line.state === 'open' && (
          <ActDialog
            {...{
              title: t('trees.freeze'),
              explain: t('trees.freeze.explain'),
              go: t('trees.freeze'),
              path: `${path}/freezes`,
              onDone: again,
            }}
            data={{ expected: line.revision }}
          >
            {answer.findings.some((one) => one.blocks) && <Note>{t('trees.freeze.blocked')}</Note>}
          </ActDialog>
        )}
        {mayWrite && isNow && line.state === 'frozen' && (
          <ActDialog
            {...{
              title: t('trees.reopen'),
              explain: t('trees.reopen.explain'),
              go: t('trees.reopen'),
              path: `${path}/rounds`,
              onDone: again,
            }}
            data={{ workshop: null }}
          >
            <p className="small">{t('trees.reopen.note')}</p>
          </ActDialog>
        )}
        {line.frozen.length > 0 && <Changes answer={answer} />}
      </div>
    </Panel>
  )
}

/** Between any frozen version and what is shown. */
function Changes({ answer }: { readonly answer: TreeAnswer }) {
  const { t } = useWords()
  const others = answer.line.frozen.filter((one) => one.number !== answer.version)
  const [before, setBefore] = useState('')
  const { data, error } = useAnswer<TreeAnswer>(before === '' ? null : `/api/conflict/trees/${answer.line.tree}?version=${before}`)
  if (others.length === 0) return null
  const diff = data ? diffTrees(data.content, answer.content) : null
  return (
    <div className="stack">
      <SelectField
        label={t('trees.changes')}
        value={before}
        options={[
          { value: '', label: t('trees.changes.pick') },
          ...others.map((one) => ({ value: String(one.number), label: t('trees.version', { n: one.number }) })),
        ]}
        onValue={setBefore}
      />
      {error && <ErrorState error={error} />}
      {diff && isUnchanged(diff) && <p>{t('trees.changes.none')}</p>}
      {diff && (
        <ul className="plain-list small stack" role="status">
          {diff.added.map((one) => (
            <li key={one.id}>{t('trees.changes.added', { text: one.text })}</li>
          ))}
          {diff.gone.map((one) => (
            <li key={one.id}>{t('trees.changes.gone', { text: one.text })}</li>
          ))}
          {diff.reworded.map((one) => (
            <li key={one.card.id}>{t('trees.changes.reworded', { before: one.before, after: one.after })}</li>
          ))}
          {diff.votes.map((one) => (
            <li key={one.card.id}>{t('trees.changes.votes', { text: one.card.text, before: one.before, after: one.after })}</li>
          ))}
          {[...diff.moved, ...diff.kinds.map((one) => one.card)].map((one) => (
            <li key={one.id}>{t('trees.changes.moved', { text: one.text })}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

const FILES = [
  ['svg', 'svg'],
  ['mermaid', 'mmd'],
  ['json', 'json'],
  ['xlsx', 'xlsx'],
] as const
export function Files({ answer, side }: { readonly answer: TreeAnswer; readonly side: Side }) {
  const { t } = useWords()
  const [trouble, setTrouble] = useState<unknown>(null)
  const version = answer.version === null ? '' : `&version=${answer.version}`
  const address = (form: string) => `/api/conflict/trees/${answer.line.tree}/export.${form}?side=${side}${version}`
  const name = `${side}-tree-${answer.line.tree.slice(-8)}`
  const take = (work: (file: Blob) => Promise<readonly [Blob, string]>, form: string) =>
    askFile(address(form), new AbortController().signal)
      .then(work)
      .then(([file, ending]) => saveFile(`${name}.${ending}`, file, file.type))
      .then(() => setTrouble(null), setTrouble)
  return (
    <Panel title={t('trees.files')}>
      <div className="row tight no-print">
        {FILES.map(([form, ending]) => (
          <Button key={form} onClick={() => void take(async (file) => [file, ending], form)}>
            {form.toUpperCase()}
          </Button>
        ))}
        <Button onClick={() => void take(async (file) => [await pngOf(await file.text()), 'png'], 'svg')}>PNG</Button>
        <Button onClick={() => window.print()}>{t('trees.print')}</Button>
      </div>
      {trouble !== null && <ErrorState error={trouble} />}
      <Source>{answer.withheld.includes('sites') ? t('trees.paper.withheld') : t('trees.files.source')}</Source>
    </Panel>
  )
}
