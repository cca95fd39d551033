/*
The door of the hall for telephones: its address as QR code and letters that are read from the back. The code of a group stands on its own, large, where somebody asks
for it: a code that everybody sees lets everybody speak for that group. Where the program was not started for a hall, how it is.
*/
import { QrCode } from '../../../../app/kit/qr-code.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { WorkshopShown } from '../../contract-workshops.ts'
import './workshops.css'

/** The command that starts the program for a hall; written as it is typed. */
const START = 'npm start -- --hall'
export type Hall = NonNullable<WorkshopShown['hall']>
export type HallGroup = Hall['groups'][number]

/** Where telephones go first; the code of their group is on paper, or is shown for a moment. */
export function HallDoor({ hall, size = 200 }: { readonly hall: Hall; readonly size?: number }) {
  const { t } = useWords()
  const [first, ...others] = hall.addresses
  if (first === undefined)
    return (
      <Note>
        {t('workshop.door.not-started')} <code style={{ whiteSpace: 'nowrap' }}>{START}</code>
      </Note>
    )
  return (
    <div className="workshop-door">
      <QrCode text={`${first}/hall`} label={t('workshop.door.qr-address')} size={size} />
      <div className="workshop-door-words">
        <p>
          {t('workshop.door.address')} <Address of={first} />
        </p>
        <p>{t('workshop.door.code-on-card')}</p>
        {others.length > 0 && <p className="small">{t('workshop.door.others', { addresses: others.map((one) => `${one}/hall`) })}</p>}
      </div>
    </div>
  )
}

/** It may break where one breathes when it is called out, and within a number only where nothing else helps. */
function Address({ of }: { readonly of: string }) {
  const [, scheme = '', host = of, port = ''] = /^(\w+:\/\/)([^:/]+)(.*)$/.exec(of) ?? []
  return (
    <b className="workshop-address">
      {scheme}
      <wbr />
      {host}
      <wbr />
      {port}/hall
    </b>
  )
}

interface CodeProps {
  readonly hall: Hall
  readonly group: HallGroup
  readonly name: string
  readonly size?: number
}
/** What lets a telephone speak for one group: a square to scan, or an address and a code to type. */
export function GroupCode({ hall, group, name, size = 150 }: CodeProps) {
  const { t } = useWords()
  const [first] = hall.addresses
  return (
    <div className="workshop-door">
      {first !== undefined && <QrCode text={`${first}/hall/${group.code}`} label={t('workshop.door.qr', { name })} size={size} />}
      <div className="workshop-door-words">
        {first !== undefined && (
          <p>
            {t('workshop.door.address')} <Address of={first} />
          </p>
        )}
        <p>
          {t(first === undefined ? 'workshop.door.code-alone' : 'workshop.door.code')}{' '}
          <b className="workshop-code">{codeInHalves(group.code)}</b>
        </p>
      </div>
    </div>
  )
}
export const codeInHalves = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
