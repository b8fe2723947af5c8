import { mkdtemp, readFile, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { writeDisguisedPdf, writeMixedEncodings, writeZipBomb } from '#app/demo/files/hostile_files'
import { removeOldUploads } from '#app/intake/uploads/remove_old_uploads'
import { safeFileName } from '#app/intake/uploads/safe_file_name'
import { uploadFolder } from '#app/intake/uploads/upload'
import { row } from '#app/shared/rows'
import { contentHash } from '#tests/support/content_hash'
import { aPlayedQuarter, enter, serve, spoilt, type Visitor } from '#tests/support/web'

const TITLES = 'reference;convention;association;date_saisine;canal;departement;beneficiaire'

const sheet = (...lines: string[]) => Buffer.from([...lines, ''].join('\r\n'))

async function send(visitor: Visitor, kind: string, name: string, bytes: Uint8Array, sender = '') {
  await visitor.get('/imports/nouveau')
  const sent = await visitor.upload(
    '/imports/verification',
    { kind, sender },
    'file',
    name,
    new Uint8Array(bytes)
  )
  return { ...(await visitor.follow(sent.location!)), at: sent.location! }
}

async function count(reference: string): Promise<number> {
  const sql = 'SELECT count(*) AS n FROM saisines WHERE reference LIKE ?'
  return (await row<{ n: number }>(sql, [reference]))!.n
}

test.group('Importer un fichier', (group) => {
  let folder: string

  group.setup(async () => {
    await aPlayedQuarter()
    folder = await mkdtemp(join(tmpdir(), 'reversement-web-'))
    const stop = await serve()
    return async () => {
      stop()
      await rm(folder, { recursive: true })
    }
  })
  group.teardown(spoilt)

  test('un fichier piégé est refusé dans la page, avec ce qu’il faut faire, et rien n’est écrit', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const before = await contentHash()
    const path = (name: string) => join(folder, name)
    writeDisguisedPdf(path('rapport.xlsx'))
    await writeZipBomb(path('gonfle.xlsx'))
    const head = 'reference_saisine;association;convention;date_reception;issue;observations\r\n'
    writeMixedEncodings(
      path('accents.csv'),
      `${head}A;AV01;X;01/07/2026;Réorientée;\r\n`,
      'B;R\xe9;'
    )
    const refusals: [name: string, bytes: Buffer, sentence: string][] = [
      ['rapport.xlsx', await readFile(path('rapport.xlsx')), 'Ce fichier est un PDF'],
      ['gonfle.xlsx', await readFile(path('gonfle.xlsx')), 'compressé de façon anormale'],
      ['accents.csv', await readFile(path('accents.csv')), 'codés de deux façons'],
      ['sans-titres.csv', sheet('S26-0;AV01;02/07/2026'), 'Aucune ligne de titres'],
      ['vide.csv', Buffer.alloc(0), 'Le fichier est vide'],
      ['../../../etc/passwd', sheet('n’importe quoi'), 'Aucune ligne de titres'],
    ]
    for (const [name, bytes, sentence] of refusals) {
      const page = await send(coordinator, 'fiches', name, bytes)
      assert.equal(page.status, 200, name)
      assert.include(page.text, sentence, name)
      assert.include(page.text, 'Rien n’est enregistré', name)
    }
    assert.equal(await contentHash(), before)
  })

  test('sans fichier, ou d’une sorte inconnue, la page le dit', async ({ assert }) => {
    const coordinator = await enter('coordinator')
    await coordinator.get('/imports/nouveau')
    const none = await coordinator.submit('/imports/verification', { kind: 'saisines' })
    assert.include(none.text, 'Aucun fichier n’est joint')
    for (const kind of ['__proto__', 'toString', '']) {
      const page = await send(coordinator, kind, 'a.csv', sheet('a;b'))
      assert.include(page.text, 'n’est pas une sorte de fichier')
    }
  })

  test('on voit ce qui changera avant d’enregistrer ; le même fichier deux fois ne change rien', async ({
    assert,
  }) => {
    const platform = await enter('platform')
    const bytes = sheet(
      TITLES,
      'W-1;AMF-2021;AV01;02/07/2026;plateforme;01;élu',
      'W-2;AMF-2021;AV01;03/07/2026;plateforme;01;proche'
    )
    const checked = await send(platform, 'saisines', 'juillet.csv', bytes)
    assert.include(checked.text, '2 lignes lues')
    assert.include(checked.text, '2 nouvelles')
    assert.equal(await count('W-%'), 0, 'vérifier n’écrit rien')
    const applied = await platform.submit(`${checked.at}/application`)
    assert.include(applied.text, 'Le fichier est enregistré')
    assert.equal(await count('W-%'), 2)

    const again = await send(platform, 'saisines', 'copie.csv', bytes)
    assert.include(again.text, 'Ce fichier est déjà enregistré')
    const more = sheet(
      ...bytes.toString().trimEnd().split('\r\n'),
      'W-3;AMF-2021;AV01;04/07/2026;plateforme;01;élu'
    )
    const partly = await send(platform, 'saisines', 'suite.csv', more)
    assert.include(partly.text, '1 nouvelle')
    assert.include(partly.text, '2 déjà connues')
    assert.equal((await platform.get(checked.at)).status, 404, 'le fichier enregistré est oublié')
  })

  test('les lignes fautives sont montrées seules, et reviennent avec une colonne Erreurs', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const bytes = sheet(
      TITLES,
      'X-1;AMF-2021;AV01;02/07/2026;plateforme;01;élu',
      'X-2;AMF-2021;AV01;31/02/2026;pigeon;01;élu'
    )
    const checked = await send(coordinator, 'saisines', 'fautes.csv', bytes)
    assert.match(checked.text, /3 Ce canal est inconnu.* canal pigeon/)
    assert.include(checked.text, 'Écrivez une date comme 22/11/2026')
    assert.notInclude(checked.text, 'X-1')
    const copy = await coordinator.get(`${checked.at}/erreurs`)
    const lines = copy.html.trimEnd().split('\r\n')
    assert.equal(lines[0], `${TITLES};Erreurs`)
    assert.equal(lines[1], 'X-1;AMF-2021;AV01;02/07/2026;plateforme;01;élu;')
    assert.include(lines[2], 'canal : Ce canal est inconnu.')
    assert.include(copy.headers.get('content-disposition')!, 'fautes-erreurs.csv')

    await coordinator.get(checked.at)
    const whole = await coordinator.submit(`${checked.at}/application`)
    assert.include(whole.text, '1 ligne à corriger : rien n’est enregistré.')
    assert.equal(await count('X-%'), 0)
    const partial = await coordinator.submit(`${checked.at}/application`, { valid_rows: '1' })
    assert.include(partial.text, 'en partie enregistré')
    assert.equal(await count('X-%'), 1)

    const undone = await coordinator.submit(`${partialPath(partial.html)}/annulation`)
    assert.include(undone.text, 'L’import est annulé')
    assert.equal(await count('X-%'), 0)
  })

  test('un import dont les fiches sont payées ne s’annule pas, et dit pourquoi', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const used = (await row<{ id: number }>(
      `SELECT min(f.import_id) AS id FROM return_forms f JOIN settlement_lines l ON l.form_id = f.id`
    ))!
    await coordinator.get(`/imports/${used.id}`)
    const before = await contentHash()
    const page = await coordinator.submit(`/imports/${used.id}/annulation`)
    assert.include(page.text, 'sert déjà à un calcul ou à une décision')
    assert.equal(await contentHash(), before)
  })

  test('des titres inconnus s’expliquent une fois, et sont retenus pour leur expéditeur', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const titles = 'Dossier;Programme;Structure;Quand;Par où;Zone;Qui'
    const line = (n: number) => `Y-${n};AMF-2021;AV01;02/07/2026;plateforme;01;élu`
    const lost = await send(
      coordinator,
      'saisines',
      'a.csv',
      sheet(titles, line(1)),
      'Ligne d’écoute'
    )
    assert.include(lost.text, 'dites ce que valent ses titres')
    const twice = await coordinator.submit(`${lost.at}/colonnes`, {
      colonne_reference: 'Dossier',
      colonne_canal: 'Dossier',
    })
    assert.include(twice.text, 'est choisi pour deux colonnes')
    const told = await coordinator.submit(`${lost.at}/colonnes`, {
      sender: 'Ligne d’écoute',
      colonne_reference: 'Dossier',
      colonne_convention: 'Programme',
      colonne_association: 'Structure',
      colonne_date_saisine: 'Quand',
      colonne_canal: 'Par où',
      colonne_departement: 'Zone',
      colonne_beneficiaire: 'Qui',
    })
    assert.include(told.text, '1 nouvelle')
    await coordinator.submit(`${lost.at}/application`)
    assert.equal(await count('Y-%'), 1)

    const next = await send(
      coordinator,
      'saisines',
      'b.csv',
      sheet(titles, line(2)),
      'Ligne d’écoute'
    )
    assert.include(next.text, '1 nouvelle')
    const stranger = await send(coordinator, 'saisines', 'b.csv', sheet(titles, line(2)), 'Autre')
    assert.include(stranger.text, 'dites ce que valent ses titres')
  })

  test('un gros fichier se vérifie et s’enregistre en tâche de fond', async ({ assert }) => {
    const coordinator = await enter('coordinator')
    const lines = Array.from(
      { length: 4500 },
      (_, n) => `G-${n};AMF-2021;AV01;02/07/2026;plateforme;01;élu`
    )
    const checked = await send(coordinator, 'saisines', 'gros.csv', sheet(TITLES, ...lines))
    assert.match(checked.at, /^\/travaux\//)
    assert.include(checked.text, '4 500 lignes lues'.replace(' ', '\u202f'))
    const upload = /\/imports\/verification\/\d+/.exec(checked.html)![0]
    const applied = await coordinator.submit(`${upload}/application`)
    assert.include(applied.text, 'Le fichier est enregistré')
    assert.equal(await count('G-%'), 4500)
  })

  test('la plateforme n’importe que des saisines, et ne voit que les leurs', async ({ assert }) => {
    const platform = await enter('platform')
    const refused = await send(platform, 'baremes', 'prix.csv', sheet('a;b'))
    assert.include(refused.text, 'Votre rôle n’importe pas cette sorte de fichier.')
    const forms = (await row<{ id: number }>(
      `SELECT min(id) AS id FROM imports WHERE kind = 'fiches'`
    ))!
    assert.equal((await platform.get(`/imports/${forms.id}`)).status, 403)
    assert.notInclude((await platform.get('/imports')).text, 'fiches-')
  })

  test('un fichier déposé n’est lu que par qui l’a déposé, et oublié au bout d’un jour', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const checked = await send(
      coordinator,
      'saisines',
      'z.csv',
      sheet(TITLES, 'Z-1;AMF-2021;AV01;02/07/2026;plateforme;01;élu')
    )
    const platform = await enter('platform')
    assert.equal((await platform.get(checked.at)).status, 404)
    await removeOldUploads()
    assert.equal((await coordinator.get(checked.at)).status, 200)
    const yesterday = Date.now() / 1000 - 25 * 3600
    await utimes(uploadFolder(Number(checked.at.split('/').at(-1))), yesterday, yesterday)
    await removeOldUploads()
    assert.equal((await coordinator.get(checked.at)).status, 404)
  })

  test('le nom d’un fichier ne sort pas de son dossier', ({ assert }) => {
    assert.equal(safeFileName('C:\\Bureau\\Été 2026.xlsx'), 'Été 2026.xlsx'.normalize('NFC'))
    assert.equal(safeFileName('../../../etc/passwd'), 'passwd')
    for (const name of ['', '.', '..', '///', '\0']) assert.equal(safeFileName(name), 'fichier')
    assert.equal(safeFileName('a"b\r\nc.csv'), 'abc.csv')
    assert.isAtMost(Buffer.byteLength(safeFileName('é'.repeat(500))), 255)
  })
})

function partialPath(html: string): string {
  return /\/imports\/\d+(?=\/annulation)/.exec(html)![0]
}
