import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from '@japa/runner'
import { buildNetwork } from '#app/demo/build_network'
import type { PlannedForm } from '#app/demo/quarter/planned'
import { planQuarter } from '#app/demo/quarter_plan'
import { writeQuarter } from '#app/demo/write_quarter'
import { writeRefusals } from '#app/demo/write_refusals'
import { privacyGuard } from '#app/intake/privacy/privacy_guard'
import { CONVENTIONS } from '#tests/unit/demo/conventions'
import { folder } from '#tests/unit/demo/folder'
import { formFrom, readFile } from '#tests/unit/demo/read_files'

const network = buildNetwork({ seed: 7 })
const plan = planQuarter({
  seed: 7,
  saisines: 1500,
  quarterStart: '2026-07-01',
  conventions: CONVENTIONS,
  network,
})

function said(form: PlannedForm) {
  const { memoDeVie, late, expected, quantities, ...facts } = form
  return { ...facts, quantities: Object.fromEntries(quantities) }
}

function inOrder<T extends { reference: string; note: string; association: string }>(forms: T[]) {
  const key = ({ reference, association, note }: T) => `${reference} ${association} ${note}`
  return forms.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

test.group('Dossier du trimestre', () => {
  test('la même graine écrit les mêmes octets dans les fichiers de texte', async (context) => {
    const [first, second] = [folder(context.test), folder(context.test)]
    const files = await writeQuarter({ seed: 7, plan, network, directory: first })
    const again = await writeQuarter({ seed: 7, plan, network, directory: second })
    const texts = files.filter(({ path }) => !path.endsWith('.xlsx'))
    context.assert.lengthOf(texts, 9)
    for (const [i, file] of files.entries()) {
      context.assert.equal(basename(again[i]!.path), basename(file.path))
      if (!texts.includes(file)) continue
      context.assert.isTrue(readFileSync(file.path).equals(readFileSync(again[i]!.path)), file.path)
    }
  })

  test('chaque fichier se lit, et les fiches disent ce que dit le plan', async (context) => {
    const files = await writeQuarter({ seed: 7, plan, network, directory: folder(context.test) })
    const forms: ReturnType<typeof formFrom>[] = []
    for (const file of files) {
      const { rows, refused } = await readFile(file)
      context.assert.isUndefined(refused, file.path)
      context.assert.lengthOf(rows, file.rows, file.path)
      if (file.kind === 'fiches') forms.push(...rows.map(formFrom))
    }
    context.assert.deepEqual(inOrder(forms), inOrder(plan.forms.map(said)))
    context.assert.deepEqual(
      files.filter(({ kind }) => kind === 'saisines').map(({ convention }) => convention),
      ['ELUS-DEMO', 'LIGNE-DEMO', 'PROCHES-DEMO']
    )
  })

  test('aucune observation ne nomme ni ne joint personne', ({ assert }) => {
    assert.deepEqual(
      plan.forms.filter(({ note }) => privacyGuard(note) !== null),
      []
    )
  })

  test('les fichiers à refuser le sont, chacun pour sa raison', async (context) => {
    const directory = folder(context.test)
    const files = await writeQuarter({ seed: 7, plan, network, directory })
    const refusals = await writeRefusals({ plan, network, directory, workbook: files[0]!.path })
    const codes = new Map<string, string | undefined>()
    for (const file of refusals) {
      const { refused } = await readFile(file)
      codes.set(basename(file.path), refused)
    }
    context.assert.deepEqual(Object.fromEntries(codes), {
      'rapport-d-activite.xlsx': 'not_a_sheet',
      'fiches-tronquees.xlsx': 'damaged',
      'fiches-gonflees.xlsx': 'suspicious_ratio',
      'fiches-deux-encodages.csv': 'mixed_encodings',
      'fiches-sans-titres.csv': 'no_header',
      'vide.csv': 'empty',
      'fiches-indiscretes.csv': undefined,
      'fiches-fautives.csv': undefined,
      'saisines-fautives.csv': undefined,
      'associations-fautives.csv': undefined,
    })
    const indiscreet = refusals.find(({ path }) => path.endsWith('indiscretes.csv'))!
    const { rows } = await readFile(indiscreet)
    context.assert.deepEqual(
      rows.map(({ observations }) => privacyGuard(observations!)?.kind ?? null),
      ['phone', 'phone', 'email', 'person', null]
    )
  })
})
