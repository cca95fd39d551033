/* Webhooks: registered ones with their deliveries, a new one with its secret shown once. */
import { type FormEvent, useState } from 'react'
import { post } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { TextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { useWords } from '../../../app/words.ts'
import type { HookKindWord, MadeWebhook, WebhookList, WebhookShown } from '../contract.ts'
import { Deliveries } from './deliveries.tsx'

const KINDS = ['status', 'hold', 'certificate', 'refusal', 'revocation'] as const

export function WebhooksScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<WebhookList>('/api/webhooks')
  const [made, setMade] = useState<MadeWebhook | null>(null)
  const [url] = useUrlState()
  const shown = data?.webhooks.find((one) => one.id === url['webhook'])
  return (
    <Page title={t('webhooks.title')} under={t('webhooks.under')} answer={answer}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <div className="stack">
          {made ? (
            <Secret made={made} onDone={() => setMade(null)} />
          ) : (
            <MakeHook
              data={data}
              onMade={(one) => {
                setMade(one)
                again()
              }}
            />
          )}
          <Panel title={t('webhooks.list')}>
            <HookTable data={data} again={again} />
          </Panel>
          {shown && <Deliveries webhook={shown} />}
        </div>
      )}
    </Page>
  )
}

function MakeHook({ data, onMade }: { readonly data: WebhookList; readonly onMade: (made: MadeWebhook) => void }) {
  const { t } = useWords()
  const [url, setUrl] = useState('')
  const [organisation, setOrganisation] = useState('')
  const [kinds, setKinds] = useState<readonly HookKindWord[]>(KINDS)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    await post<MadeWebhook>('/api/webhooks', { url, kinds, ...(organisation ? { organisation } : {}) }).then(onMade, setError)
    setBusy(false)
  }
  return (
    <Panel title={t('webhooks.make')}>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <TextField label={t('webhooks.url')} value={url} onValue={setUrl} inputMode="url" required />
        <NamedField
          label={t('webhooks.organisation')}
          value={organisation}
          named={data.organisations}
          empty={t('webhooks.organisation.own')}
          onValue={setOrganisation}
        />
        <fieldset className="field">
          <legend>
            <strong>{t('webhooks.kinds')}</strong>
          </legend>
          <div className="choices">
            {KINDS.map((kind) => (
              <CheckChoice
                key={kind}
                label={t(`webhooks.kind.${kind}`)}
                checked={kinds.includes(kind)}
                onChecked={(on) => setKinds(on ? [...kinds, kind] : kinds.filter((one) => one !== kind))}
              />
            ))}
          </div>
        </fieldset>
        {error !== null && <ErrorState error={error} />}
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={busy} disabled={url === '' || kinds.length === 0}>
            {t('webhooks.go')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

function Secret({ made, onDone }: { readonly made: MadeWebhook; readonly onDone: () => void }) {
  const { t } = useWords()
  return (
    <Panel title={t('webhooks.secret')}>
      <div className="stack">
        <Note live>{t('webhooks.secret.once')}</Note>
        <code style={{ overflowWrap: 'anywhere' }}>{made.secret}</code>
        <p className="small">{t('webhooks.secret.how')}</p>
        <div className="form-actions">
          <Button onClick={onDone}>{t('webhooks.done')}</Button>
        </div>
      </div>
    </Panel>
  )
}

function HookTable({ data, again }: { readonly data: WebhookList; readonly again: () => void }) {
  const { t } = useWords()
  const [, change] = useUrlState()
  const [error, setError] = useState<unknown>(null)
  const stop = (one: WebhookShown) => void post(`/api/webhooks/${one.id}/stops`, {}).then(again, setError)
  const columns: readonly Column<WebhookShown>[] = [
    {
      key: 'url',
      header: t('webhooks.url'),
      value: (one) => one.url,
      cell: (one) => <span style={{ overflowWrap: 'anywhere' }}>{one.url}</span>,
    },
    {
      key: 'organisation',
      header: t('webhooks.organisation'),
      value: (one) => one.organisation,
      cell: (one) => `${one.organisation ?? '–'}${one.seesAll ? ` · ${t('webhooks.sees-all')}` : ''}`,
    },
    {
      key: 'kinds',
      header: t('webhooks.kinds'),
      value: (one) => one.kinds.join(),
      cell: (one) => one.kinds.map((kind) => t(`webhooks.kind.${kind}`)).join(', '),
    },
    {
      key: 'counts',
      header: t('webhooks.counts'),
      value: (one) => one.waiting,
      cell: (one) => <Button onClick={() => change({ webhook: one.id })}>{t('webhooks.counts.text', { ...one })}</Button>,
    },
    {
      key: 'state',
      header: t('webhooks.state'),
      value: (one) => one.stoppedAt,
      cell: (one) => (one.stoppedAt === null ? <Button onClick={() => stop(one)}>{t('webhooks.stop')}</Button> : t('webhooks.stopped')),
    },
  ]
  return (
    <>
      {error !== null && <ErrorState error={error} />}
      <DataTable
        caption={t('webhooks.list')}
        file="webhooks"
        order="state"
        rows={data.webhooks}
        columns={columns}
        rowKey={(one) => one.id}
        empty={<EmptyState title={t('webhooks.none')}>{t('webhooks.none.do')}</EmptyState>}
      />
    </>
  )
}
