/* How what happens to a secret name becomes rows. The box is none of them: it is laid down and destroyed beside the log. */
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { secretNameKinds as kinds } from '../../domain/names/name-events.ts'
import { insertLook, insertName, setReaders } from './store-names.ts'

export const secretNamesProjection: Projection = {
  name: 'secret-names',
  tables: ['secret_name', 'secret_name_look'],
  apply: {
    'secret-name.kept.v1': on(kinds['secret-name.kept.v1'], (tx, { tenant, subject, learnedAt, payload: { of, readers } }) =>
      insertName(tx, tenant, { id: subjectId(subject), of, readers, keptAt: learnedAt }),
    ),
    'secret-name.resealed.v1': on(kinds['secret-name.resealed.v1'], (tx, { tenant, subject, payload: { readers } }) =>
      setReaders(tx, tenant, { id: subjectId(subject), readers }),
    ),
    'secret-name.looked.v1': on(kinds['secret-name.looked.v1'], (tx, { tenant, subject, actor, learnedAt, position }) =>
      insertLook(tx, tenant, { name: subjectId(subject), account: actor.account, at: learnedAt, position }),
    ),
    'secret-name.forgotten.v1': on(kinds['secret-name.forgotten.v1'], (tx, { tenant, subject }) =>
      setReaders(tx, tenant, { id: subjectId(subject), readers: [] }),
    ),
  },
}
