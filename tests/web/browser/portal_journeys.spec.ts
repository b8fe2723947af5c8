import exceljs from 'exceljs'
import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { granted } from '#app/demo/granted'
import { recordSaisine } from '#app/saisines/record_saisine'
import { parisDay } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import { row } from '#app/shared/rows'
import { browse, noTrouble } from '#tests/support/browser'
import { aPlayedQuarter, enter, serve, spoilt } from '#tests/support/web'
import type { World } from '#tests/support/world'
import { Hand } from '#tests/web/browser/hand'

const FORMS = 10
const today = parisDay(new Date())

test.group('Les parcours d’une association, comptés en gestes', (group) => {
  let world: World

  group.setup(async () => {
    spoilt()
    world = await aPlayedQuarter()
    return serve()
  })
  group.teardown(spoilt)
  group.each.teardown(noTrouble)

  /** Ten saisines of today, whose forms are sent first to last when nothing else is due. */
  async function tenSaisines(prefix: string): Promise<void> {
    for (let n = 0; n < FORMS; n++) {
      granted(
        await recordSaisine(
          {
            reference: `${prefix}-${n}`,
            convention: 'AMF-2021',
            association: world.network[0]!.code,
            date_saisine: formatDay(today),
            canal: 'plateforme',
            departement: '01',
            beneficiaire: 'elu',
          },
          world.people.coordinator.id
        )
      )
    }
  }

  async function sent(prefix: string): Promise<number> {
    const found = await row<{ n: number }>(
      `SELECT count(*) AS n FROM return_forms WHERE reference LIKE ? AND attested_by IS NOT NULL`,
      [`${prefix}-%`]
    )
    return found!.n
  }

  async function home(): Promise<Page> {
    const page = await browse(await enter('association'), { width: 360 })
    await page.goto('/mon-association')
    return page
  }

  test('déclarer dix fiches, l’une après l’autre : six gestes chacune', async ({ assert }) => {
    await tenSaisines('PAGE')
    const hand = new Hand()
    const page = await home()
    await hand.click(page, 'link', 'fiches attendues')
    await page.getByRole('heading', { name: 'Fiches retour' }).waitFor()
    await hand.click(page, 'link', 'PAGE-0')
    for (let n = 0; n < FORMS; n++) {
      await page.getByRole('heading', { name: `Fiche retour PAGE-${n}` }).waitFor()
      await hand.write(page, 'Premier contact', today)
      await hand.choose(page, 'Issue', 'prise_en_charge')
      await hand.write(page, 'Entretien psychologique', '2')
      await hand.tick(page, /^J’atteste/)
      await hand.click(page, 'button', n < FORMS - 1 ? /passer à la suivante/ : 'Envoyer la fiche')
      await page.getByText(`pour la saisine PAGE-${n}.`).waitFor()
    }
    hand.print('Dix fiches, page par page', 8)
    assert.equal(await sent('PAGE'), FORMS)
    assert.isAtMost(hand.count, 2 + 6 * FORMS)
  })

  test('déclarer dix fiches par le classeur : six gestes en tout', async ({ assert }) => {
    await tenSaisines('CLASSEUR')
    const hand = new Hand()
    const page = await home()
    await hand.click(page, 'link', 'fiches attendues')
    await hand.click(page, 'link', 'Remplir dans un tableur')
    const downloading = page.waitForEvent('download')
    await hand.click(page, 'link', 'Télécharger le classeur')
    const workbook = await filled(await (await downloading).path(), 'CLASSEUR')
    await hand.drop(page, 'Classeur rempli', 'fiches-a-envoyer.xlsx', workbook)
    await hand.tick(page, /^J’atteste/)
    await hand.click(page, 'button', 'Envoyer les fiches')
    await page.getByText('10 fiches envoyées').waitFor()
    hand.print('Dix fiches, par le classeur')
    assert.equal(await sent('CLASSEUR'), FORMS)
    assert.isAtMost(hand.count, 6)
  })

  test('comprendre un refus : un geste depuis l’accueil', async ({ assert }) => {
    const hand = new Hand()
    const page = await home()
    await hand.click(page, 'link', /fiches? non retenue/)
    const reason = page.locator('main li').filter({ has: page.getByRole('heading', { level: 2 }) })
    const [message, remedy] = [reason.first().locator('p').nth(1), reason.first().locator('strong')]
    await message.waitFor()
    assert.match(await message.innerText(), /\.\s/)
    assert.isAbove((await remedy.first().innerText()).length, 10)
    hand.print('Comprendre un refus')
    assert.equal(hand.count, 1)
  })

  test('contester une ligne : deux gestes depuis le relevé, trois depuis l’accueil', async ({
    assert,
  }) => {
    const hand = new Hand()
    const page = await home()
    await hand.click(page, 'link', /^REL-/)
    await page.getByRole('heading', { name: /^Relevé REL-/ }).waitFor()
    const before = hand.count
    await hand.click(page, 'link', /^Contester la ligne 1$/)
    await page.getByRole('heading', { name: 'Contester une ligne' }).waitFor()
    await hand.click(page, 'button', 'Envoyer la réclamation')
    await page.getByText('Réclamation envoyée').waitFor()
    hand.print('Contester une ligne')
    assert.equal(hand.count - before, 2, 'le motif le plus courant est déjà choisi')
    assert.isAtMost(hand.count, 3)
    const dispute = await row<{ motive: string; line: number | null }>(
      'SELECT motive, line_id AS line FROM disputes ORDER BY id DESC LIMIT 1'
    )
    assert.equal(dispute!.motive, 'montant')
    assert.isNotNull(dispute!.line)
  })
})

/** Fills the lines of these saisines as a treasurer would, in the downloaded workbook; the others wait. */
async function filled(path: string, prefix: string): Promise<Buffer> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = workbook.worksheets[0]!
  const columns = new Map<string, number>()
  sheet.eachRow((line) => {
    if (columns.size === 0 && line.values && [line.values].flat().includes('reference_saisine')) {
      line.eachCell((cell, position) => columns.set(String(cell.value), position))
    }
    if (!String(line.getCell(columns.get('reference_saisine') ?? 1).value).startsWith(prefix))
      return
    line.getCell(columns.get('date_premier_contact')!).value = formatDay(today)
    line.getCell(columns.get('issue')!).value = 'prise en charge'
    line.getCell(columns.get('entretien_psychologique')!).value = 2
  })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
