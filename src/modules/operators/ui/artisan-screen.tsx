/* One artisan: cards and cooperative for everybody who may read them; the name only for who may see persons, on this page alone. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../app/kit/button.tsx'
import { LongTextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Pairs } from '../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { mayOpen, useMe } from '../../../app/who.ts'
import { useWords } from '../../../app/words.ts'
import type { ArtisanDetail, ArtisanPerson } from '../contract.ts'
import { CardCell } from './card-marks.tsx'
import { CardTable } from './card-table.tsx'
import { ApplyDialog, EnterDialog } from './new-card.tsx'

export function ArtisanScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const me = useMe().data
  const id = params['artisan'] ?? ''
  const { data, answer, error, again } = useAnswer<ArtisanDetail>(`/api/artisans/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { artisan } = data
  const holder = { kind: 'artisan', artisan: artisan.id } as const
  const hasRunning = artisan.card !== null && artisan.card.state !== 'applied'
  return (
    <Page
      title={artisan.card?.number ?? t('artisans.one')}
      marks={<CardCell card={artisan.card} />}
      crumbs={
        artisan.cooperative === null ? (
          <AppLink to="/operators">{t('operators.title')}</AppLink>
        ) : (
          <AppLink to={`/operators/${artisan.cooperative}/artisans`}>{t('artisans.title')}</AppLink>
        )
      }
      under={artisan.cooperativeName ?? t('artisans.no-cooperative')}
      answer={answer}
      actions={
        <>
          {!hasRunning && mayOpen('operators.issue', me) && <EnterDialog kind="miner-card" holder={holder} />}
          {artisan.card === null && mayOpen('operators.apply', me) && <ApplyDialog kind="miner-card" holder={holder} />}
          {mayOpen('operators.register', me) && <MoveDialog id={id} from={artisan.cooperative} />}
        </>
      }
    >
      {artisan.sameAs.length > 0 && (
        <Note>
          {t('artisans.same.explain')}{' '}
          {artisan.sameAs.map((other) => (
            <AppLink key={other} to={`/artisans/${other}`}>
              {t('artisans.same.open')}
            </AppLink>
          ))}
        </Note>
      )}
      <div className="columns">
        <Panel title={t('artisans.says')}>
          <Pairs
            lines={[
              [t('artisans.age'), t(`artisans.age.${artisan.ageClass}`)],
              [t('artisans.sex'), t(`artisans.sex.${artisan.sex}`)],
              [t('artisans.nationality'), data.nationality],
              [t('artisans.since'), <DateText key="s" date={data.memberSince} otherwise="–" />],
              [t('artisans.registered'), <DateText key="r" date={data.registeredOn} />],
            ]}
          />
        </Panel>
        {mayOpen('operators.persons', me) && <Person id={id} erased={data.erased} />}
      </div>
      <Panel title={t('cards.title')}>
        <CardTable cards={data.cards} plain empty={t('cards.none')} emptyDo={t('cards.none.do')} />
        <Source>{t('artisans.source')}</Source>
      </Panel>
    </Page>
  )
}

function Person({ id, erased }: { readonly id: string; readonly erased: boolean }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<ArtisanPerson>(`/api/artisans/${id}/person`)
  const [reason, setReason] = useState('')
  return (
    <Panel title={t('artisans.person')}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <Pairs
          lines={[
            [t('artisans.name'), data.name ?? t(erased ? 'artisans.erased' : 'app.unknown')],
            [t('artisans.birth'), <DateText key="b" date={data.birthDate} />],
            [t('operators.phone'), data.phone ?? '–'],
          ]}
        />
      )}
      {data?.photo && <img src={`/api/artisans/${id}/photo`} alt={t('artisans.photo')} style={{ maxWidth: 160 }} />}
      <Source>{t('artisans.person.source')}</Source>
      {data && data.name !== null && (
        <ActDialog
          title={t('artisans.erase')}
          explain={t('artisans.erase.explain')}
          go={t('artisans.erase')}
          path={`/api/artisans/${id}/erasure`}
          kind="danger"
          data={reason.trim() === '' ? null : { reason: reason.trim() }}
        >
          <LongTextField
            label={t('cards.reason')}
            hint={t('artisans.reason.hint')}
            value={reason}
            onValue={setReason}
            maxLength={400}
            required
          />
        </ActDialog>
      )}
    </Panel>
  )
}

function MoveDialog({ id, from }: { readonly id: string; readonly from: string | null }) {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly organisations: readonly { readonly id: string; readonly name: string; readonly kind: string }[] }>(
    '/api/organisations',
  )
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const others = data?.organisations.filter((one) => one.kind === 'cooperative' && one.id !== from)
  return (
    <ActDialog
      title={t('artisans.move')}
      explain={t('artisans.move.explain')}
      go={t('artisans.move')}
      path={`/api/artisans/${id}/moves`}
      kind="plain"
      data={reason.trim() === '' || (to === '' && from === null) ? null : { cooperative: to === '' ? null : to, reason: reason.trim() }}
    >
      <NamedField label={t('operators.type.cooperative')} value={to} named={others} empty={t('artisans.move.none')} onValue={setTo} />
      <LongTextField
        label={t('cards.reason')}
        hint={t('artisans.reason.hint')}
        value={reason}
        onValue={setReason}
        maxLength={400}
        required
      />
    </ActDialog>
  )
}
