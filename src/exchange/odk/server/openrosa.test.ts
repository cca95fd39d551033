/* ODK Collect as it is, against the whole program on a real database: every request it makes, every answer it needs. */
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  TODAY,
  VIEWS,
  app,
  eventsOf,
  filled,
  loginFor,
  missionTo,
  phoneOf,
  program,
  registerSite,
  stage,
} from '../../../../test/collect-bed.ts'
import { badLine, bodyOf, collectPhone, directTo, noisePng } from '../../../../test/collect-client.ts'
import { newId } from '../../../../test/world/client.ts'

const answersOf = async (instance: string) =>
  (await eventsOf('inspection.answers-recorded.v1')).filter((one) => one.payload['instance'] === instance)
const rowsOf = async (instance: string) =>
  (
    await program.database.pool.query<{ state: string; reason: string; inspection_id: string | null }>(
      'select state, reason, inspection_id from odk_submission where instance = $1',
      [instance],
    )
  ).rows

describe('what any client is told', () => {
  test('without a password: 401, a Digest challenge, and the version; over http no Basic', async () => {
    for (const [method, url] of [
      ['GET', '/openrosa/formList'],
      ['GET', '/openrosa/forms/views/1/form.xml'],
      ['HEAD', '/openrosa/submission'],
      ['POST', '/openrosa/submission'],
    ] as const) {
      const answer = await app.inject({
        method,
        url,
        ...(method === 'POST' ? { payload: 'x', headers: { 'content-type': 'multipart/form-data; boundary=x' } } : {}),
      })
      expect({ url, status: answer.statusCode, version: answer.headers['x-openrosa-version'] }).toEqual({
        url,
        status: 401,
        version: '1.0',
      })
      expect(answer.headers['www-authenticate']).toMatch(/^Digest realm="Chanzo cd", qop="auth", algorithm=MD5, nonce="[^"]+"$/)
      expect(answer.headers['date']).toBeDefined()
      expect(answer.headers['location']).toBeUndefined()
    }
  })
  test('the list names every form with the MD5 of the bytes that its address gives, and both apps find it', async () => {
    const { phone, password, user } = await phoneOf('witness')
    const listed = await phone.list()
    expect(listed.map((one) => one.form)).toEqual(expect.arrayContaining(['inspection_cd', 'inspection_annual', 'views']))
    for (const one of listed) expect(await phone.download(one)).toContain('<h:html')
    const kobo = collectPhone(directTo(app), { user, password, root: `/openrosa/${user}` })
    expect(await kobo.list()).toEqual(listed)
    expect((await phone.ask({ method: 'GET', path: '/openrosa/formList?formID=views' })).text.match(/<xform>/g)).toHaveLength(1)
  })
  test('a form without media has an empty manifest; an unknown version is not found', async () => {
    const { phone } = await phoneOf('witness')
    const manifest = await phone.ask({ method: 'GET', path: `/openrosa/forms/${VIEWS.form}/${VIEWS.version}/manifest` })
    expect([manifest.status, manifest.headers['content-type'], manifest.text.includes('<mediaFile>')]).toEqual([
      200,
      'text/xml; charset=utf-8',
      false,
    ])
    const unknown = await phone.ask({ method: 'GET', path: '/openrosa/forms/views/0/form.xml' })
    expect([unknown.status, unknown.headers['x-openrosa-version'], unknown.text.includes('<message>')]).toEqual([404, '1.0', true])
  })
  test('HEAD says 204 and how much is taken', async () => {
    const { phone } = await phoneOf('witness')
    const head = await phone.ask({ method: 'HEAD', path: '/openrosa/submission' })
    expect([head.status, head.headers['x-openrosa-accept-content-length'], head.headers['x-openrosa-version']]).toEqual([
      204,
      '10000000',
      '1.0',
    ])
  })
  test('the answer is in the language that was asked for', async () => {
    const { phone } = await phoneOf('witness')
    const say = async (language: string) =>
      (await phone.ask({ method: 'GET', path: '/openrosa/forms/none/1/form.xml', headers: { 'accept-language': language } })).text
    expect([await say('en-GB'), await say('fr-CD')]).toEqual([expect.stringContaining('version'), expect.stringMatching(/[éà]/)])
  })
})

describe('who may', () => {
  test('a wrong password is refused; a withdrawn one opens nothing on the next request', async () => {
    const login = await loginFor('witness')
    const wrong = collectPhone(directTo(app), { ...login, password: 'abcd.efgh.jkmn.pqrs' })
    expect((await wrong.ask({ method: 'GET', path: '/openrosa/formList' })).status).toBe(401)
    const phone = collectPhone(directTo(app), login)
    expect(await phone.list()).not.toEqual([])
    expect((await stage.as('administrator').send(`/api/collect-logins/${login.id}/withdrawal`, {})).status).toBe(200)
    expect((await phone.ask({ method: 'GET', path: '/openrosa/formList' })).status).toBe(401)
  })
  test('it opens /openrosa and nothing else', async () => {
    const { phone } = await phoneOf('inspector')
    await phone.list()
    for (const path of [
      '/api/sites',
      '/api/missions',
      '/api/inspections',
      '/api/submissions',
      '/api/collect-logins',
      '/v1/mine-sites',
      // Open to whoever is signed in, with whatever right.
      '/api/devices',
      '/api/field/devices',
      '/ogc/collections/sites/items',
    ])
      expect([path, (await phone.ask({ method: 'GET', path })).status]).toEqual([path, 401])
  })
  test('a proof made for one address opens no other, and one without our nonce opens nothing', async () => {
    const { user, password } = await loginFor('witness')
    const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
    const first = await app.inject({ method: 'GET', url: '/openrosa/formList' })
    const nonce = /nonce="([^"]+)"/.exec(String(first.headers['www-authenticate']))?.[1] ?? ''
    const proof = (of: string, made: string) => {
      const response = md5(`${md5(`${user}:Chanzo cd:${password}`)}:${made}:00000001:abc:auth:${md5(`GET:${of}`)}`)
      return `Digest username="${user}", realm="Chanzo cd", nonce="${made}", uri="${of}", response="${response}", qop=auth, nc=00000001, cnonce="abc"`
    }
    const ask = async (authorization: string) =>
      (await app.inject({ method: 'GET', url: '/openrosa/formList', headers: { authorization } })).statusCode
    expect(await ask(proof('/openrosa/formList', nonce))).toBe(200)
    expect(await ask(proof('/openrosa/submission', nonce))).toBe(401)
    expect(await ask(proof('/openrosa/formList', 'abc.def'))).toBe(401)
  })
  test('the code of the settings is what Collect reads: base64 of packed JSON with the address, the name and the password', async () => {
    const { qr, user, password } = await loginFor('witness')
    const settings: unknown = JSON.parse(inflateSync(Buffer.from(qr, 'base64')).toString('utf8'))
    expect(settings).toMatchObject({
      general: { server_url: 'http://127.0.0.1:4870/openrosa', username: user, password, app_language: 'fr', delete_send: false },
      admin: {},
      project: { name: 'Chanzo CIVIL_SOCIETY' },
    })
    expect(qr.length).toBeLessThan(600)
  })
  test('an officer makes logins for the own organisation alone, and for roles that inspect', async () => {
    const account = stage.account('witness')
    const own = await stage.as('inspector').send('/api/collect-logins', { account, role: 'CIVIL_SOCIETY', language: 'fr' })
    expect([own.status, own.body]).toMatchObject([403, { refusal: { code: 'not-your-organisation' } }])
    const trader = await stage
      .as('administrator')
      .send('/api/collect-logins', { account: stage.account('trader'), role: 'NEGOCIANT', language: 'fr' })
    expect(trader.body).toMatchObject({ refusal: { code: 'role-does-not-inspect' } })
  })
})

describe('a submission', () => {
  test('becomes answers of the inspection of that site and day; the inspection is opened first', async () => {
    const { site, nationalId } = await registerSite('Mweupe')
    await missionTo([site])
    const { phone } = await phoneOf('witness')
    const instance = `uuid:${newId()}`
    const xml = filled({ instance, siteNumber: nationalId })
    const answer = await phone.send(xml)
    expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('Reçu et enregistré')])
    const [event] = await answersOf(instance)
    expect(event).toMatchObject({
      actor: { account: stage.account('witness') },
      payload: { by: 'civil-society', instance, xml, marks: [] },
    })
    const opened = (await eventsOf('inspection.opened.v1')).filter((one) => one.payload['site'] === site)
    expect(opened).toMatchObject([{ payload: { date: TODAY, onSite: true } }])
    const { phone: second } = await phoneOf('agent')
    expect((await second.send(filled({ siteName: 'MWEUPE' }))).status).toBe(201)
    expect((await eventsOf('inspection.opened.v1')).filter((one) => one.payload['site'] === site)).toHaveLength(1)
  })

  test('again the same is taken again and adds nothing; other content under the same id is refused', async () => {
    const { site } = await registerSite('Kalunga')
    await missionTo([site])
    const { phone } = await phoneOf('witness')
    const instance = `uuid:${newId()}`
    const xml = filled({ instance, siteName: 'Kalunga' })
    expect([(await phone.send(xml)).status, (await phone.send(xml)).status]).toEqual([201, 201])
    const other = await phone.send(filled({ instance, siteName: 'Kalunga', R1: 'violated' }))
    expect([other.status, other.headers['x-openrosa-version']]).toEqual([409, '1.0'])
    expect(await answersOf(instance)).toHaveLength(1)
  })

  test('an edit has a new id and names the old one: unknown is not found, edited twice is refused', async () => {
    const { site } = await registerSite('Bisie')
    await missionTo([site])
    const { phone } = await phoneOf('witness')
    const [first, second] = [`uuid:${newId()}`, `uuid:${newId()}`]
    expect((await phone.send(filled({ instance: second, amends: first, siteName: 'Bisie' }))).status).toBe(404)
    expect((await phone.send(filled({ instance: first, siteName: 'Bisie' }))).status).toBe(201)
    // A telephone of another body cannot take its place, and so keep its author from doing it.
    const { phone: others } = await phoneOf('inspector')
    expect((await others.send(filled({ amends: first, siteName: 'Bisie' }))).status).toBe(404)
    expect((await phone.send(filled({ instance: second, amends: first, siteName: 'BISIE', R1: 'violated' }))).status).toBe(201)
    expect((await phone.send(filled({ amends: first, siteName: 'Bisie' }))).status).toBe(409)
    const [before] = await answersOf(first)
    const [after] = await answersOf(second)
    expect(after).toMatchObject({ subject: before?.subject, payload: { amends: { instance: first } } })
  })

  test('a form or version that is not published here is not found', async () => {
    const { phone } = await phoneOf('witness')
    const xml = filled({ siteName: 'x' })
    expect((await phone.send(xml.replace('id="views"', 'id="none"'))).status).toBe(404)
    expect((await phone.send(xml.replace('2026112101', '1'))).status).toBe(404)
  })

  test('thirty photographs in parts over a line that loses every third request, twice: one inspection, all thirty', async () => {
    const { site } = await registerSite('Trente')
    await missionTo([site])
    const { user, password } = await loginFor('witness')
    const line = badLine(directTo(app))
    const photos = Array.from({ length: 30 }, (_, at) => ({ name: `vue ${at + 1}.png`, bytes: noisePng(820) }))
    const instance = `uuid:${newId()}`
    const xml = filled({ instance, siteName: 'Trente', photos: photos.map((one) => one.name) })
    const send = async () => (await collectPhone(line, { user, password }).send(xml, photos)).status
    expect([await send(), await send()]).toEqual([201, 201])
    expect(line.lost()).toBeGreaterThan(3)
    const answers = await answersOf(instance)
    expect(new Set(answers.map((one) => one.subject)).size).toBe(1)
    expect(answers.map((one) => one.payload['marks'])).toEqual([['files-follow'], []])
    const files = answers.at(-1)?.payload['files']
    expect(files).toHaveLength(30)
    expect(new Set(JSON.stringify(files).match(/[0-9a-f]{64}/g)).size).toBe(30)
    expect((await eventsOf('inspection.opened.v1')).filter((one) => one.payload['site'] === site)).toHaveLength(1)
  }, 60_000)
})

describe('the same answers by our own app and by Collect', () => {
  test('give events with equal payloads, the instance aside', async () => {
    const { site } = await registerSite('Pareil')
    await missionTo([site])
    const photo = noisePng(40)
    const { phone } = await phoneOf('witness')
    const [one, other] = [`uuid:${newId()}`, `uuid:${newId()}`]
    const answers = { siteName: 'Pareil', R1: 'violated', R1Photo: 'preuve.png' }
    expect((await phone.send(filled({ ...answers, instance: one }), [{ name: 'preuve.png', bytes: photo }])).status).toBe(201)
    const [byCollect] = await answersOf(one)
    const kept = await stage.as('witness').upload('/api/files', photo, 'image/png')
    const { file } = JSON.parse(JSON.stringify(kept.body))
    const data = {
      by: 'civil-society',
      form: byCollect?.payload['form'],
      instance: other,
      xml: filled({ ...answers, instance: other }),
      files: [{ name: 'preuve.png', file }],
    }
    const path = `/api/inspections/${byCollect?.subject.split(':')[1]}/answers`
    expect((await stage.as('witness').post(path, data)).status).toBe(200)
    const [byApp] = await answersOf(other)
    const aside = (payload: object | undefined): unknown => JSON.parse(JSON.stringify(payload).replaceAll(one, 'I').replaceAll(other, 'I'))
    expect(aside(byApp?.payload)).toEqual(aside(byCollect?.payload))
    expect(byApp?.actor).toEqual(byCollect?.actor)
  })
})

describe('what cannot be placed', () => {
  test('is taken, waits with its reason, and an officer brings it to its inspection', async () => {
    const { site } = await registerSite('Attente')
    const mission = await missionTo([site])
    const { phone } = await phoneOf('agent')
    const instance = `uuid:${newId()}`
    const answer = await phone.send(filled({ instance, siteName: 'Nulle part', siteNumber: 'XX' }))
    expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('Le bureau dira')])
    expect(await rowsOf(instance)).toEqual([{ state: 'to-place', reason: 'site-not-in-their-missions', inspection_id: null }])
    const seen = async (key: string) => JSON.stringify((await stage.as(key).get('/api/submissions')).body).includes(instance)
    expect([await seen('planner'), await seen('agent'), await seen('witness')]).toEqual([true, true, false])
    const path = `/api/submissions/${encodeURIComponent(instance)}`
    expect((await stage.as('witness').get(path)).status).toBe(404)
    expect((await stage.as('planner').get(path)).body).toMatchObject({
      submission: { said: { siteName: 'Nulle part' } },
      missions: expect.arrayContaining([expect.objectContaining({ mission })]),
    })
    const placed = await stage.as('planner').send(`${path}/placement`, { mission, site, date: TODAY })
    expect([placed.status, placed.body]).toMatchObject([200, { state: 'recorded' }])
    expect(await answersOf(instance)).toMatchObject([{ actor: { account: stage.account('agent') }, payload: { by: 'saemape' } }])
    expect((await stage.as('planner').send(`${path}/placement`, { mission, site, date: TODAY })).status).toBe(409)
  })
  test('may be set aside with a reason, and is then refused when it comes again', async () => {
    const { phone } = await phoneOf('agent')
    const xml = filled({ instance: `uuid:${newId()}` })
    const instance = /instanceID>([^<]+)</.exec(xml)?.[1] ?? ''
    expect((await phone.send(xml)).status).toBe(201)
    expect(await rowsOf(instance)).toMatchObject([{ reason: 'site-not-said' }])
    const path = `/api/submissions/${encodeURIComponent(instance)}/set-aside`
    expect((await stage.as('agent').send(path, { reason: 'essai' })).status).toBe(403)
    expect((await stage.as('planner').send(path, { reason: 'essai' })).status).toBe(200)
    expect((await phone.send(xml)).status).toBe(409)
  })
})

describe('what a hostile or odd client sends', () => {
  test.each([
    [
      'an entity of the outside',
      '<!DOCTYPE data [<!ENTITY x SYSTEM "file:///etc/passwd">]><data id="views" version="2026112101"><site_name>&x;</site_name></data>',
      400,
    ],
    [
      'a billion laughs',
      `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}">]><data id="views" version="2026112101">&b;</data>`,
      400,
    ],
    ['no XML', 'instanceID', 400],
    ['no identifier', '<data id="views" version="2026112101"><site_name>x</site_name></data>', 400],
    ['a question of another form', filled({}).replace('<R1>', '<Q9>').replace('</R1>', '</Q9>'), 400],
    ['two megabytes of answers', filled({ siteName: 'x'.repeat(2_100_000) }), 413],
  ])('%s is refused in its words', async (_what, xml, status) => {
    const { phone } = await phoneOf('witness')
    const answer = await phone.send(xml)
    expect([answer.status, answer.headers['x-openrosa-version'], /<message>.{20,}<\/message>/.test(answer.text)]).toEqual([
      status,
      '1.0',
      true,
    ])
    expect(answer.text).not.toContain('root:')
  })
  test('more answers than the log takes are refused with 413, in words, and nothing of them is kept', async () => {
    const { site } = await registerSite('Trop de lignes')
    await missionTo([site])
    const { phone } = await phoneOf('witness')
    const instance = `uuid:${newId()}`
    const rows = Array.from({ length: 4100 }, (_, at) => `v${at}.jpg`)
    for (const [xml, said] of [
      [filled({ instance, siteName: 'Trop de lignes', photos: rows }), 'réponses, '],
      [filled({ instance, siteName: 'Trop de lignes', photos: rows.slice(0, 201) }), 'pièces jointes, '],
      [filled({ instance, siteName: 'Trop de lignes', R1: 'x'.repeat(20_001) }), 'R1'],
    ] as const) {
      const answer = await phone.sendPart(xml, [], false)
      expect([answer.status, answer.text]).toEqual([413, expect.stringContaining(said)])
    }
    expect(await rowsOf(instance)).toEqual([])
  })
  test('a part of a hundred megabytes is refused before it is read', async () => {
    const { phone } = await phoneOf('witness')
    const answer = await phone.sendPart(filled({ photos: ['x.png'] }), [{ name: 'x.png', bytes: Buffer.alloc(100_000_000) }], false)
    expect([answer.status, answer.headers['x-openrosa-version']]).toEqual([413, '1.0'])
  })
  test('a file that is too large or no picture is told and not kept; the answers are', async () => {
    const { phone } = await phoneOf('witness')
    const instance = `uuid:${newId()}`
    const files = [
      { name: 'gros.png', bytes: Buffer.alloc(10_500_000) },
      { name: 'son.mp3', bytes: Buffer.from('ID3'), type: 'audio/mpeg' },
    ]
    const answer = await phone.sendPart(filled({ instance, photos: files.map((one) => one.name) }), files, false)
    expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('n’ont pas pu être gardées')])
    const kept = await program.database.pool.query('select name, sha256, refusal from odk_attachment where instance = $1 order by name', [
      instance,
    ])
    expect(kept.rows).toEqual([
      { name: 'gros.png', sha256: null, refusal: 'file-too-large' },
      { name: 'son.mp3', sha256: null, refusal: 'file-kind-not-taken' },
    ])
  })
  test('file names are names: a path is none, other alphabets are read, what the form does not name is left out', async () => {
    const { site } = await registerSite('Alphabets')
    await missionTo([site])
    const { phone } = await phoneOf('witness')
    const instance = `uuid:${newId()}`
    const named = ['café.png', 'été.png', 'puits (1).png', 'naïf.png']
    const [one, two, three, four] = [noisePng(10), noisePng(11), noisePng(12), noisePng(13)]
    const files = [
      { name: 'café.png', bytes: one },
      { name: 'été.png', bytes: two, rawName: Buffer.from('été.png', 'latin1') },
      { name: 'puits (1).png', bytes: three, rawName: Buffer.from('../../etc/puits (1).png') },
      { name: 'naïf.png', bytes: four, rawName: Buffer.from(Buffer.from('naïf.png').toString('latin1')) },
      { name: 'etranger.png', bytes: noisePng(14) },
    ]
    expect((await phone.send(filled({ instance, siteName: 'Alphabets', photos: named }), files)).status).toBe(201)
    const [event] = await answersOf(instance)
    expect(event?.payload['files']).toMatchObject(named.map((name) => ({ name })))
    expect(event?.payload['marks']).toEqual([])
  })
  test('what is cut short, no multipart, or without the form is refused', async () => {
    const { phone } = await phoneOf('witness')
    await phone.list()
    const whole = bodyOf('b', { xml: filled({}), files: [{ name: 'x.png', bytes: noisePng(20) }], isIncomplete: false })
    const post = (body: Buffer, type: string) =>
      phone.ask({ method: 'POST', path: '/openrosa/submission', headers: { 'content-type': type }, body })
    expect((await post(whole.subarray(0, whole.length - 200), 'multipart/form-data; boundary=b')).status).toBe(400)
    expect((await post(whole, 'multipart/form-data')).status).toBe(400)
    expect((await post(whole, 'multipart/form-data; boundary=other')).status).toBe(400)
    expect((await post(Buffer.from('{}'), 'application/json')).status).toBe(400)
  })
})
