/* One release: what it is, what it keeps back, its hash; the decision for who protects the data; the file for who may have it. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { AppLink, Button, LinkButton } from '../../../app/kit/button.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { LongTextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Pairs } from '../../../app/kit/pairs.tsx'
import { Banner, Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { mayOpen, useMe } from '../../../app/who.ts'
import { useWords } from '../../../app/words.ts'
import { numberText } from '../../../kernel/phrase.ts'
import type { AgreementList, ReleaseAnswer, ReleaseList } from '../contract.ts'
import { KeptBackList } from './kept-back.tsx'

export function ReleaseScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const me = useMe().data
  const { data, answer, error, again } = useAnswer<ReleaseList>('/api/statistics-releases')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const one = data.releases.find(({ id }) => id === params['release'])
  const crumbs = <AppLink to="/figures">{t('figures.title')}</AppLink>
  if (one === undefined)
    return (
      <Page title={t('figures.one')} crumbs={crumbs}>
        <EmptyState title={t('figures.absent')}>
          <p>{t('figures.absent.do')}</p>
          <LinkButton to="/figures">{t('figures.title')}</LinkButton>
        </EmptyState>
      </Page>
    )
  const decides = mayOpen('cases.protect-data', me)
  return (
    <Page
      title={t(`figures.kind.${one.parameters.kind}`)}
      crumbs={crumbs}
      under={`${one.number ?? t('figures.one')} · ${t(`figures.state.${one.state}`)}`}
      answer={answer}
      actions={<ReleaseActions one={one} decides={decides} done={again} />}
    >
      {data.isLockedDown && <Banner tone="red">{t('figures.locked')}</Banner>}
      {one.state === 'asked' && (one.isMine || !decides) && <Note tone="calm">{t('figures.waits')}</Note>}
      {one.reason !== null && (
        <Note tone="red">
          <strong>{t('figures.reason')}</strong> {one.reason}
        </Note>
      )}
      <ReleaseFacts one={one} />
      <Panel title={t('figures.kept-back')}>
        <KeptBackList keptBack={one.keptBack} k={one.parameters.k} />
      </Panel>
      <Source>{t('figures.source')}</Source>
    </Page>
  )
}

function ReleaseFacts({ one }: { readonly one: ReleaseAnswer }) {
  const { t, language } = useWords()
  const agreements = useAnswer<AgreementList>('/api/sharing-agreements').data
  const cited = agreements?.agreements.find(({ id }) => id === one.agreement)
  const { k, length, from, until, columns, kind } = one.parameters
  return (
    <Panel title={t('figures.parameters')}>
      <Pairs
        lines={[
          [t('figures.agreement'), cited === undefined ? '–' : `${cited.terms.parties.join(' – ')} : ${cited.terms.purpose}`],
          [t('figures.period'), `${from} – ${until}`],
          [t('figures.least'), String(k)],
          ...(kind === 'province-quarter' ? [] : [[t('figures.together'), String(length)] as const]),
          ...(columns.length === 0 ? [] : [[t('figures.columns'), columns.join(', ')] as const]),
          [t('figures.asked-on'), <DateText key="asked" date={one.askedOn} />],
          ...(one.decidedOn === null ? [] : [[t('figures.decided-on'), <DateText key="decided" date={one.decidedOn} />] as const]),
          [t('figures.size'), `${t('figures.lines', { n: one.lines })}, ${t('figures.bytes', { n: numberText(language, one.bytes) })}`],
          [
            t('figures.hash'),
            <span key="hash" style={{ overflowWrap: 'anywhere' }}>
              {one.sha256 ?? t('figures.hash.later')}
            </span>,
          ],
        ]}
      />
    </Panel>
  )
}

interface ActionsProps {
  readonly one: ReleaseAnswer
  readonly decides: boolean
  readonly done: () => void
}
function ReleaseActions({ one, decides, done }: ActionsProps) {
  const { t } = useWords()
  const path = `/api/statistics-releases/${one.id}`
  const mayRead = one.state === 'approved' || (one.state === 'asked' && decides)
  return (
    <>
      {one.state === 'asked' && decides && !one.isMine && <ApproveDialog path={path} done={done} />}
      {mayRead && (
        <a className="btn" href={`${path}/file`}>
          {t(one.state === 'approved' ? 'figures.file' : 'figures.file.decide')}
        </a>
      )}
      {one.state === 'asked' && decides && <ReasonDialog word="turn-down" path={`${path}/refusal`} done={done} />}
      {one.state === 'approved' && decides && <ReasonDialog word="withdraw" path={`${path}/withdrawal`} done={done} />}
      {one.number !== null && (
        <a className="btn" href={`/ledger/entry?number=${encodeURIComponent(one.number)}&kind=statistics-released`}>
          {t('figures.ledger')}
        </a>
      )}
      <Button onClick={() => window.print()}>{t('figures.print')}</Button>
    </>
  )
}

function ApproveDialog({ path, done }: { readonly path: string; readonly done: () => void }) {
  const { t } = useWords()
  const [read, setRead] = useState(false)
  return (
    <ActDialog
      title={t('figures.approve')}
      explain={t('figures.approve.explain')}
      go={t('figures.approve')}
      path={`${path}/approval`}
      data={read ? {} : null}
      missing={t('figures.missing.read')}
      onDone={done}
    >
      <CheckChoice label={t('figures.approve.read')} checked={read} onChecked={setRead} />
    </ActDialog>
  )
}

export function ReasonDialog({
  word,
  path,
  done,
}: {
  readonly word: 'turn-down' | 'withdraw'
  readonly path: string
  readonly done: () => void
}) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t(`figures.${word}`)}
      explain={t(`figures.${word}.explain`)}
      go={t(`figures.${word}`)}
      kind="danger"
      path={path}
      data={reason.trim() === '' ? null : { reason: reason.trim() }}
      missing={t('figures.missing.reason')}
      onDone={done}
    >
      <LongTextField
        label={t('figures.reason')}
        hint={t('figures.reason.hint')}
        value={reason}
        onValue={setReason}
        maxLength={400}
        required
      />
    </ActDialog>
  )
}
