/* Forms as people fill them in: what is asked, what is offered, what is wrong and in which words, what a draft keeps. */
import { expect, test } from 'vitest'
import { addInstance, answer, fillKnown, optionsOf, referenceOf, removeInstance, speak } from '../../domain/run/form-run.ts'
import { questionsIn, viewOf } from '../../domain/run/form-view.ts'
import { languageFor } from '../../domain/run/form-words.ts'
import { violationsOf, writeDraft, writeRecord } from '../../domain/run/record.ts'
import { begin, nodeAt, play, surroundings } from './play-steps.ts'

const texts = (fr: boolean) => `
  <text id="/data/site/territory:label"><value>${fr ? 'Territoire' : 'Territory'}</value></text>
  <text id="k"><value>Kalehe</value></text><text id="m"><value>Masisi</value></text>
  <text id="/data/women:msg"><value>${fr ? 'Pas plus que les creuseurs' : 'Not more than the miners'}</value></text>
  <text id="/data/told:label"><value>${fr ? 'Statut' : 'Status'} <output value=" /data/colour "/></value></text>`
const form = (version = '1', more = '') => `<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
<h:head><h:title>Essai</h:title><model>
<itext><translation lang="English (en)">${texts(false)}</translation><translation lang="Français (fr)" default="true()">${texts(true)}</translation></itext>
<instance><data id="essai" version="${version}"><miners/><women/><site><province/><territory/></site>
<pit jr:template=""><depth/><photo/></pit><pit><depth/><photo/></pit><teams/><team jr:template=""><head/></team>
<total/><colour/><told/>${more}<orx:meta><orx:instanceID/></orx:meta></data></instance>
<instance id="territory"><root><item><itextId>k</itextId><name>kalehe</name><province>sk</province></item><item><itextId>m</itextId><name>masisi</name><province>nk</province></item></root></instance>
<bind nodeset="/data/miners" type="int" required="true()"/>
<bind nodeset="/data/women" type="int" relevant=" /data/miners  &gt; 0" constraint=". &lt;= /data/miners" jr:constraintMsg="jr:itext('/data/women:msg')"/>
<bind nodeset="/data/site/province" type="string"/><bind nodeset="/data/site/territory" type="string"/>
<bind nodeset="/data/pit/depth" type="decimal"/><bind nodeset="/data/pit/photo" type="binary"/><bind nodeset="/data/teams" type="int"/>
<bind nodeset="/data/total" type="string" calculate="sum(/data/pit/depth)"/>
<bind nodeset="/data/colour" type="string" calculate="if(/data/women &gt; 0, 'jaune', 'vert')"/>
<bind nodeset="/data/told" type="string" readonly="true()"/>
<bind nodeset="/data/orx:meta/orx:instanceID" type="string" jr:preload="uid"/>
</model></h:head><h:body>
<input ref="/data/miners"><label>Creuseurs</label></input><input ref="/data/women"><label>Femmes</label></input>
<group ref="/data/site"><label>Site</label>
<select1 ref="/data/site/province"><label>Province</label><item><label>Sud-Kivu</label><value>sk</value></item><item><label>Nord-Kivu</label><value>nk</value></item></select1>
<select1 ref="/data/site/territory"><label ref="jr:itext('/data/site/territory:label')"/><itemset nodeset="instance('territory')/root/item[province= /data/site/province ]"><value ref="name"/><label ref="jr:itext(itextId)"/></itemset></select1></group>
<group ref="/data/pit"><label>Puits</label><repeat nodeset="/data/pit"><input ref="/data/pit/depth"><label>Profondeur</label></input><upload ref="/data/pit/photo" mediatype="image/*"><label>Photo</label></upload></repeat></group>
<input ref="/data/teams"><label>Équipes</label></input>
<group ref="/data/team"><label>Équipe</label><repeat nodeset="/data/team" jr:count=" /data/teams "><input ref="/data/team/head"><label>Chef</label></input></repeat></group>
<input ref="/data/told"><label ref="jr:itext('/data/told:label')"/></input>
</h:body></h:html>`

test('what is not relevant is not asked, not counted, not sent, and comes back with its answer', () => {
  const run = play(begin(form()), [
    ['miners', 5],
    ['women', 2],
  ])
  expect(nodeAt(run.root, 'colour').value).toBe('jaune')
  play(run, [['miners', 0]])
  expect(nodeAt(run.root, 'colour').value).toBe('vert')
  expect(questionsIn(viewOf(run)).map((one) => one.key)).not.toContain('/data/women')
  expect(writeRecord(run, surroundings.now)).not.toContain('<women')
  play(run, [['miners', 9]])
  expect(writeRecord(run, surroundings.now)).toContain('<women>2</women>')
})

test('a choice follows its parent, and is dropped when it no longer exists', () => {
  const run = play(begin(form()), [
    ['site/province', 'sk'],
    ['site/territory', 'kalehe'],
  ])
  const node = nodeAt(run.root, 'site/territory')
  const question = run.form.questions.get('/data/site/territory')
  expect(question && optionsOf(run, question, node).map((one) => one.label)).toEqual(['Kalehe'])
  play(run, [['site/province', 'nk']])
  expect(node.value).toBe('')
})

test('a broken rule is told in the language of the reader, a missing answer and a misfit too', () => {
  const run = play(begin(form()), [
    ['miners', 5],
    ['women', 6],
  ])
  const women = () => questionsIn(viewOf(run)).find((one) => one.key === '/data/women')
  expect(women()).toMatchObject({ fault: 'constraint', message: 'Pas plus que les creuseurs' })
  speak(run, languageFor(run.form.words, 'en'))
  expect(women()).toMatchObject({ message: 'Not more than the miners' })
  play(run, [['women', '2.5']])
  expect(women()).toMatchObject({ fault: 'misfit' })
  play(run, [['miners', '']])
  expect(violationsOf(run).map((one) => `${one.reference} ${one.condition}`)).toEqual(['/data/miners required'])
})

test('repeats grow, shrink, count themselves and are added up', () => {
  const run = begin(form())
  addInstance(run, run.root, '/data/pit')
  play(run, [
    ['pit[1]/depth', 18.5],
    ['pit[2]/depth', '31.5'],
  ])
  expect(nodeAt(run.root, 'total').value).toBe('50')
  expect(referenceOf(run, nodeAt(run.root, 'pit[2]/depth'))).toBe('/data/pit[2]/depth')
  removeInstance(run, nodeAt(run.root, 'pit[1]'))
  expect(nodeAt(run.root, 'total').value).toBe('31.5')
  play(run, [['teams', 3]])
  expect(run.root.children.filter((one) => one.name === 'team').length).toBe(3)
  play(run, [['teams', 1]])
  expect(run.root.children.filter((one) => one.name === 'team').length).toBe(1)
  const names = run.root.children.map((one) => one.name)
  expect(names.indexOf('team')).toBeGreaterThan(names.indexOf('teams'))
})

test('a sentence holds the value that it speaks of', () => {
  const run = begin(form())
  const told = () => questionsIn(viewOf(run)).find((one) => one.key === '/data/told')?.label
  expect(told()).toBe('Statut vert')
  play(run, [
    ['miners', 5],
    ['women', 1],
  ])
  expect(told()).toBe('Statut jaune')
})

test('a draft opens as it was left: hidden answers, repeats, its own id, and the same record', () => {
  const run = play(begin(form()), [
    ['miners', 5],
    ['women', 2],
    ['+pit'],
    ['pit[2]/depth', 4],
    ['teams', 2],
    ['team[2]/head', 'a & <b> "c"'],
    ['miners', 0],
  ])
  const draft = writeDraft(run)
  expect(draft).toContain('<women>2</women>')
  const again = begin(form(), draft)
  expect(writeDraft(again)).toBe(draft)
  expect(writeRecord(again, surroundings.now)).toBe(writeRecord(run, surroundings.now))
})

test('a draft of an old version opens with the form of its own version', () => {
  const draft = writeDraft(play(begin(form('1')), [['miners', 5]]))
  expect(draft).toContain('version="1"')
  const again = begin(form('1'), draft)
  expect(nodeAt(again.root, 'miners').value).toBe('5')
  expect(again.form.version).toBe('1')
})

test('what is known is written in, but never over an answer', () => {
  const run = play(begin(form()), [['miners', 5]])
  fillKnown(run, { miners: '9', province: 'nk' })
  expect(nodeAt(run.root, 'miners').value).toBe('5')
  expect(nodeAt(run.root, 'site/province').value).toBe('nk')
})

test('a form that cannot be run here says what it is', () => {
  expect(() => begin(form().replace('sum(/data/pit/depth)', "pulldata('a', 'b', 'c', 'd')"))).toThrow(/pulldata/)
  expect(() =>
    begin(
      form().replace('<input ref="/data/teams">', '<rank ref="/data/teams">').replace('Équipes</label></input>', 'Équipes</label></rank>'),
    ),
  ).toThrow(/rank/)
  expect(() => begin('<h:html>')).toThrow(/cannot be run/)
})

test('a hundred and fifty questions settle in a moment', () => {
  const run = begin(form())
  const before = performance.now()
  for (let n = 0; n < 100; n++) answer(run, nodeAt(run.root, 'miners'), String(n))
  expect((performance.now() - before) / 100).toBeLessThan(20)
})
