/* For anybody with a printed number: what stands under it in the public ledger, checked on this device. */
import { type FormEvent, useEffect, useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { LongTextField, TextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { useWords, wordOr } from '../../../app/words.ts'
import type { LedgerEntry } from '../contract.ts'
import { PaperHeadPanel } from './paper-head.tsx'
import { type EntryCheck, checkEntry, fetchBytes, fitsPaper, onThisDevice } from './check-entry.ts'

interface Entries {
  readonly size: number | null
  readonly entries: readonly (LedgerEntry & { readonly index: number; readonly isSigned: boolean })[]
}

export function LedgerEntryScreen() {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const number = state['number'] ?? ''
  const [typed, setTyped] = useState(number)
  const look = (event: FormEvent) => {
    event.preventDefault()
    change({ number: typed.trim(), kind: '' })
  }
  return (
    <Page title={t('ledger.entry.title')} under={t('ledger.entry.lead')}>
      <form className="field-row low no-print" onSubmit={look}>
        <TextField label={t('ledger.entry.number')} value={typed} onValue={setTyped} required maxLength={200} />
        <div className="form-actions">
          <Button kind="primary" type="submit">
            {t('ledger.entry.look')}
          </Button>
        </div>
      </form>
      {number !== '' && <Under number={number} kind={state['kind'] ?? ''} />}
      <PaperHeadPanel />
      <p>
        <a href="/ledger">{t('ledger.entry.about')}</a>
      </p>
    </Page>
  )
}

function Under({ number, kind }: { readonly number: string; readonly kind: string }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<Entries>(`/api/ledger/entries?number=${encodeURIComponent(number)}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const entries = data.entries.filter((one) => kind === '' || one.kind === kind)
  if (entries.length === 0) return <EmptyState title={t('ledger.entry.none')}>{t('ledger.entry.none.do')}</EmptyState>
  return (
    <div className="stack">
      {entries.map((entry) => (
        <EntryPanel key={entry.index} entry={entry} />
      ))}
    </div>
  )
}

function EntryPanel({ entry }: { readonly entry: Entries['entries'][number] }) {
  const { t } = useWords()
  const [held, setHeld] = useState('')
  return (
    <Panel title={`${wordOr(`ledger.kind.${entry.kind}`, entry.kind)} · ${entry.number}`}>
      <Checked entry={entry} />
      <p className="small">
        {t('ledger.entry.hash')}
        {t('app.colon')} <code style={{ overflowWrap: 'anywhere' }}>{entry.sha256}</code>
      </p>
      <LongTextField label={t('ledger.entry.held')} hint={t('ledger.entry.held.hint')} value={held} onValue={setHeld} maxLength={6000} />
      {held.trim() !== '' &&
        (fitsPaper(held, entry.sha256) ? (
          <Note tone="good" live>
            {t('ledger.entry.held.fits')}
          </Note>
        ) : (
          <Note tone="red" live>
            {t('ledger.entry.held.other')}
          </Note>
        ))}
    </Panel>
  )
}

function Checked({ entry }: { readonly entry: Entries['entries'][number] }) {
  const { t } = useWords()
  const [found, setFound] = useState<EntryCheck | 'unreachable' | null>(null)
  const { kind, number, sha256, isSigned } = entry
  useEffect(() => {
    let over = false
    if (!isSigned) return undefined
    checkEntry({ kind, number, sha256 }, { fetched: fetchBytes, kept: onThisDevice }).then(
      (check) => !over && setFound(check),
      () => !over && setFound('unreachable'),
    )
    return () => {
      over = true
    }
  }, [kind, number, sha256, isSigned])
  if (!isSigned) return <Note>{t('ledger.entry.not-signed-yet')}</Note>
  if (found === null) return <Note tone="calm">{t('ledger.entry.checking')}</Note>
  if (found === 'unreachable') return <Note tone="red">{t('ledger.entry.unreachable')}</Note>
  return <Verdict found={found} entry={entry} />
}

function Verdict({ found, entry }: { readonly found: EntryCheck; readonly entry: LedgerEntry }) {
  const { t } = useWords()
  const { verdict, keyState, growth, keptSize, key } = found
  if (!verdict.ok)
    return (
      <Note tone="red" live>
        {t('ledger.entry.fault', { why: t(`ledger.entry.fault.${verdict.fault}`) })}
      </Note>
    )
  const isBad = growth === 'smaller' || growth === 'rewritten'
  const query = new URLSearchParams({ number: entry.number, kind: entry.kind, sha256: entry.sha256 })
  return (
    <>
      <Note tone="good" live>
        <b>{t('ledger.entry.holds', { place: verdict.index + 1, size: verdict.checkpoint.size })}</b>
      </Note>
      {growth !== 'not-asked' && <Note tone={isBad ? 'red' : 'calm'}>{t(`ledger.entry.growth.${growth}`, { keptSize })}</Note>}
      <Note tone={keyState === 'changed' ? 'red' : 'calm'}>
        {t(`ledger.entry.key.${keyState}`)} <code style={{ overflowWrap: 'anywhere' }}>{key}</code>
      </Note>
      <p>
        <a href={`/ledger/proof?${query.toString()}`} download>
          {t('ledger.entry.keep')}
        </a>
      </p>
    </>
  )
}
