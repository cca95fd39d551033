/* Every access with the body it stands for, when it was last used, and the way to withdraw it. */
import { useState } from 'react'
import { Button } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Dialog } from '../../../app/kit/dialog.tsx'
import { EmptyState, ErrorState } from '../../../app/kit/states.tsx'
import { InstantText } from '../../../app/kit/values.tsx'
import { roleText } from '../../../app/shell/preferences.tsx'
import { useWords } from '../../../app/words.ts'
import type { CollectLogins } from '../desk-words.ts'
import { usePost } from './use-post.ts'

type Login = CollectLogins['logins'][number]

export function LoginTable({ data, again }: { readonly data: CollectLogins; readonly again: () => void }) {
  const { t } = useWords()
  const bodyOf = (login: Login) => data.accounts.find((one) => one.account === login.account)?.organisationName ?? login.account.slice(-6)
  const columns: readonly Column<Login>[] = [
    { key: 'user', header: t('collect.made.user'), value: (one) => one.user, cell: (one) => <code>{one.user}</code> },
    {
      key: 'account',
      header: t('collect.account'),
      value: (one) => `${bodyOf(one)} ${roleText(one.role)}`,
      cell: (one) => `${bodyOf(one)} · ${roleText(one.role)} · ${one.account.slice(-6)}`,
    },
    { key: 'since', header: t('collect.since'), value: (one) => one.createdAt, cell: (one) => <InstantText at={one.createdAt} /> },
    {
      key: 'used',
      header: t('collect.used'),
      value: (one) => one.lastUsedAt,
      cell: (one) => (one.lastUsedAt === null ? t('collect.never') : <InstantText at={one.lastUsedAt} />),
    },
    {
      key: 'state',
      header: t('collect.state'),
      value: (one) => one.withdrawnAt ?? '',
      cell: (one) =>
        one.withdrawnAt === null ? (
          <span className="row tight">
            {t('collect.state.open')} <Withdraw login={one} again={again} />
          </span>
        ) : (
          <>
            {t('collect.state.withdrawn')} <InstantText at={one.withdrawnAt} />
          </>
        ),
    },
  ]
  return (
    <DataTable
      caption={t('collect.logins')}
      file="collect-logins"
      rows={data.logins}
      columns={columns}
      rowKey={(one) => one.id}
      order="-since"
      empty={<EmptyState title={t('collect.none')}>{t('collect.none.do')}</EmptyState>}
    />
  )
}

function Withdraw({ login, again }: { readonly login: Login; readonly again: () => void }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const { send, busy, error } = usePost<object>(`/api/collect-logins/${login.id}/withdrawal`)
  const withdraw = async () => {
    if ((await send({})) === null) return
    setOpen(false)
    again()
  }
  const title = t('collect.withdraw.title', { user: login.user })
  return (
    <Dialog
      title={title}
      explain={t('collect.withdraw.explain')}
      open={open}
      onOpen={setOpen}
      trigger={<Button aria-label={title}>{t('collect.withdraw')}</Button>}
      actions={
        <Button kind="danger" busy={busy} onClick={() => void withdraw()}>
          {t('collect.withdraw')}
        </Button>
      }
    >
      {error !== null && <ErrorState error={error} />}
    </Dialog>
  )
}
