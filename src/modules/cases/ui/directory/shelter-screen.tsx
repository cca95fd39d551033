/* One house: rooms and rules for who keeps it, free places for others. Where it lies is said by no part of this page. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { CloseShelter, ShelterDetail, ShelterLine } from '../../contract-directory.ts'
import { ArrangeDialog, EditDialog } from './shelter-dialogs.tsx'
import { PlacePanel } from './place-panel.tsx'
import { StaysPanel } from '../stays/stays-panel.tsx'
import { Occupied } from './shelters-screen.tsx'

export function ShelterScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<ShelterDetail>(`/api/shelters/${params['shelter'] ?? ''}`)
  const house = data?.shelter
  return (
    <Page
      title={house?.facts.name ?? t('shelters.title')}
      crumbs={<AppLink to="/shelters">{t('shelters.title')}</AppLink>}
      answer={answer}
      actions={data?.may.keep ? <Acts detail={data} again={again} /> : undefined}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && house && (
        <>
          <div className="columns">
            <Panel>
              <House house={house} />
            </Panel>
            <Panel title={t('shelters.place')}>
              <p>{placeText(t, data)}</p>
              <PlacePanel thing="shelters" id={house.id} hasPlace={data.hasPlace} keeps={data.may.keep} onSealed={again} />
            </Panel>
          </div>
          <Panel title={t('shelters.rooms')}>
            {house.isOwn ? (
              <DataTable
                plain
                caption={t('shelters.rooms')}
                file="rooms"
                rows={house.rooms}
                rowKey={(one) => one.room}
                order="room"
                columns={roomColumns(t)}
                empty={<EmptyState title={t('shelters.rooms.none')} />}
              />
            ) : (
              <Note tone="calm">{t('shelters.rooms.others')}</Note>
            )}
            <Source>{t('shelters.rule')}</Source>
          </Panel>
          {data.may.keep && <StaysPanel shelter={house.id} />}
        </>
      )}
    </Page>
  )
}
function House({ house }: { readonly house: ShelterLine }) {
  const { t } = useWords()
  return (
    <Pairs
      lines={[
        [t('shelters.body'), house.body],
        [t('shelters.province'), house.provinceName],
        [t('shelters.facility'), t(`shelters.facility.${house.facts.facility}`)],
        [t('shelters.security'), t(`shelters.security.${house.facts.security}`)],
        [t('shelters.beds'), house.beds],
        [t('shelters.occupied'), <Occupied key="occupied" house={house} />],
        ...(house.isOwn
          ? [[t('shelters.rules'), house.facts.rules.map((one) => t(`shelters.rule.${one}`)).join(' · ') || '—'] as const]
          : []),
      ]}
    />
  )
}
function placeText(t: Translate, { shelter, hasPlace, placeReaders }: ShelterDetail): string {
  if (shelter.isOwn) return placeReaders === 0 ? t('shelters.place.none') : t('shelters.place.readers', { n: placeReaders })
  return t(hasPlace ? 'directory.place.sealed' : 'shelters.place.not-yours')
}
const roomColumns = (t: Translate): readonly Column<ShelterLine['rooms'][number]>[] => [
  { key: 'room', header: t('shelters.room'), value: (one) => one.room, cell: (one) => one.room },
  {
    key: 'kind',
    header: t('shelters.kind'),
    value: (one) => t(`shelters.kind.${one.kind}`),
    cell: (one) => t(`shelters.kind.${one.kind}`),
  },
  { key: 'beds', header: t('shelters.beds'), value: (one) => one.beds, cell: (one) => one.beds, numeric: true },
  {
    key: 'occupied',
    header: t('shelters.occupied'),
    value: (one) => one.occupied ?? -1,
    cell: (one) => one.occupied ?? t('shelters.occupied.unknown'),
    numeric: true,
  },
]

const reasons = ['closed-for-good', 'moved', 'unsafe', 'double'] as const
function Acts({ detail, again }: { readonly detail: ShelterDetail; readonly again: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState<CloseShelter['reason']>('closed-for-good')
  const { id } = detail.shelter
  return (
    <>
      <ArrangeDialog house={detail.shelter} onDone={again} />
      <EditDialog house={detail.shelter} onDone={again} />
      <ActDialog
        title={t('shelters.close')}
        explain={t('shelters.close.explain')}
        go={t('shelters.close.go')}
        kind="danger"
        path={`/api/shelters/${id}/closings`}
        data={{ reason }}
        onDone={again}
      >
        <SelectField
          label={t('shelters.close.why')}
          value={reason}
          options={reasons.map((value) => ({ value, label: t(`shelters.close.${value}`) }))}
          onValue={setReason}
        />
      </ActDialog>
    </>
  )
}
