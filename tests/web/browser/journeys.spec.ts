import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { codeAt } from '#app/accounts/entry/totp'
import { DEMO_PASSWORD } from '#app/demo/demo_entrance'
import { reconcileConvention } from '#app/reconciliation/reconcile_convention'
import { granted } from '#app/demo/granted'
import { recordSaisine } from '#app/saisines/record_saisine'
import { parisDay, type Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import { row } from '#app/shared/rows'
import { browse, keepWorking, noTrouble } from '#tests/support/browser'
import {
  aPlayedQuarter,
  baseUrl,
  enter,
  freshCode,
  MAILBOXES,
  serve,
  spoilt,
  type StaffRole,
} from '#tests/support/web'
import { KEYBOARD, MOUSE, type Means } from '#tests/web/browser/means'

const WAYS: readonly [title: string, means: Means, javaScript: boolean][] = [
  ['au clavier seul', KEYBOARD, true],
  ['sans JavaScript', MOUSE, false],
]

for (const [title, means, javaScript] of WAYS) {
  test.group(`Travailler ${title}`, (group) => {
    const { use, write, choose, tick, drop } = means
    const open = async (role: StaffRole, path: string) => {
      const page = await browse(await enter(role), { javaScript })
      await page.goto(path)
      return page
    }
    /** Without JavaScript a work says nothing by itself: one asks again. */
    const done = async (page: Page) => {
      for (let i = 0; !javaScript && i < 300 && page.url().includes('/travaux/'); i++) {
        await page.waitForTimeout(200)
        await use(page, 'link', 'Actualiser')
      }
      await page.waitForURL((url) => !url.pathname.startsWith('/travaux/'))
    }

    group.setup(async () => {
      spoilt()
      await aPlayedQuarter()
      const close = await serve()
      const rest = keepWorking()
      return async () => {
        await rest()
        close()
        spoilt()
      }
    })
    group.each.teardown(noTrouble)

    test('entrer', async () => {
      const page = await browse(null, { javaScript })
      await page.goto('/campagnes')
      await write(page, 'Courriel', MAILBOXES.auditor)
      await write(page, 'Mot de passe', DEMO_PASSWORD)
      await use(page, 'button', 'Continuer')
      await page.getByLabel('Code de votre application').waitFor()
      await write(page, 'Code de votre application', await freshCode(MAILBOXES.auditor))
      await use(page, 'button', 'Entrer')
      await page.getByRole('heading', { name: 'Campagnes' }).waitFor()
    })

    test('importer un fichier', async ({ assert }) => {
      const page = await open('coordinator', '/imports')
      await use(page, 'link', 'Importer un fichier')
      await choose(page, 'Que contient-il ?', 'saisines')
      const reference = javaScript ? 'K-1' : 'M-1'
      await drop(page, 'Fichier', 'saisines.csv', aSheet(reference))
      await use(page, 'button', 'Vérifier le fichier')
      await use(page, 'button', 'Enregistrer 1 saisine')
      await page.getByRole('heading', { name: /^Import n°/ }).waitFor()
      const found = await row('SELECT id FROM saisines WHERE reference = ?', [reference])
      assert.isNotNull(found)
    })

    test('décider ce que le rapprochement demande', async ({ assert }) => {
      await reconcileConvention('MIN-2023', new Date())
      const page = await open('coordinator', '/rapprochement')
      await use(page, 'link', 'Décider, une fiche à la fois')
      await use(page, 'button', /^Refuser/)
      await page.locator('[data-announce]', { hasText: 'refusé.' }).waitFor()
      const decided = await row<{ verdict: string }>(
        'SELECT verdict FROM decisions ORDER BY id DESC LIMIT 1'
      )
      assert.equal(decided!.verdict, 'refused')
    })

    test('préparer une campagne et l’approuver', async ({ assert }) => {
      const finance = await open('finance', '/campagnes')
      await use(finance, 'link', 'Ouvrir une campagne')
      await finance.getByRole('button', { name: 'Ouvrir la campagne' }).waitFor()
      await choose(finance, 'Convention', 'FIC-2026')
      await use(finance, 'button', 'Ouvrir la campagne')
      await use(finance, 'button', 'Calculer')
      await done(finance)
      await finance.getByRole('button', { name: 'Recalculer' }).waitFor()
      const hold = finance.getByRole('button', { name: /^Retenir AV/ })
      for (let left = await hold.count(); left > 0; left--) {
        await use(finance, 'button', /^Retenir AV/)
        await finance.getByText('retenu').first().waitFor()
      }
      await use(finance, 'button', 'Soumettre à l’approbation')
      await finance.getByText(/^Elle attend/).waitFor()

      const approver = await open('approver', new URL(finance.url()).pathname)
      await use(approver, 'button', /^Approuver/)
      await approver.getByText(/^Approuvée/).waitFor()
      const run = await row<{ state: string }>('SELECT state FROM runs ORDER BY id DESC LIMIT 1')
      assert.equal(run!.state, 'approved')
    })

    test('télécharger un relevé, et lire pourquoi ce montant', async ({ assert }) => {
      const page = await open('finance', '/releves')
      await use(page, 'link', /^REL-/)
      await page.getByRole('heading', { name: /^Relevé REL-/ }).waitFor()
      const download = page.waitForEvent('download')
      await use(page, 'link', /PDF/)
      assert.match((await download).suggestedFilename(), /\.pdf$/)
      const line = page.locator('a[href*="/lignes/"]').first()
      await use(page, 'link', (await line.innerText()).trim())
      await page.getByRole('heading', { name: 'Pourquoi ce montant ?' }).waitFor()
    })

    test('une association envoie une fiche, conteste une ligne et choisit ses courriels', async ({
      assert,
    }) => {
      const reference = javaScript ? 'KP-1' : 'MP-1'
      const today = parisDay(new Date())
      await aSaisine(reference, today)
      const page = await open('association', '/mon-association')
      await use(page, 'link', /fiches? attendue/)
      await use(page, 'link', reference)
      await page.getByRole('heading', { name: `Fiche retour ${reference}` }).waitFor()
      await choose(page, 'Issue', 'injoignable')
      await tick(page, /^J’atteste/)
      await use(page, 'button', 'Envoyer la fiche')
      await page.getByText(`pour la saisine ${reference}.`).waitFor()
      const sent = await row('SELECT id FROM return_forms WHERE reference = ?', [reference])
      assert.isNotNull(sent)

      await use(page, 'link', 'Paiements')
      await use(page, 'link', /^REL-/)
      await use(page, 'link', /^Contester la ligne/)
      await use(page, 'button', 'Envoyer la réclamation')
      await page.getByText('Réclamation envoyée').waitFor()

      await use(page, 'link', 'Messages')
      await choose(page, 'Vos courriels', 'daily')
      await use(page, 'button', 'Enregistrer')
      await page.getByText('Votre choix est enregistré.').waitFor()
      const chosen = await row<{ rhythm: string }>('SELECT rhythm FROM mail_preferences')
      assert.equal(chosen!.rhythm, 'daily')
    })

    test('inviter une personne, qui entre', async () => {
      const admin = await open('admin', '/utilisateurs')
      await use(admin, 'link', 'Inviter une personne')
      await admin.getByRole('button', { name: 'Inviter' }).waitFor()
      await write(admin, 'Nom', 'Personne Invitée')
      const email = `invitee-${javaScript ? 'clavier' : 'souris'}@example.org`
      await write(admin, 'Courriel', email)
      await choose(admin, 'Rôle', 'auditor')
      await use(admin, 'button', 'Inviter')
      const link = await admin.locator('code', { hasText: '/invitation/' }).innerText()

      const page = await browse(null, { javaScript })
      await page.goto(baseUrl() + new URL(link).pathname)
      await write(page, 'Mot de passe', 'une phrase fictive assez longue')
      await use(page, 'button', 'Enregistrer')
      await page.waitForURL(/connexion/)
      if (await page.getByLabel('Courriel').count()) {
        await write(page, 'Courriel', email)
        await write(page, 'Mot de passe', 'une phrase fictive assez longue')
        await use(page, 'button', 'Continuer')
      }
      const secret = await page.locator('code').innerText()
      await write(page, 'Code qui s’affiche', codeAt(secret.replaceAll(' ', '')))
      await use(page, 'button', 'Vérifier et entrer')
      await page.getByText('codes de secours').first().waitFor()
    })
  })
}

/** A sound file of one saisine. */
function aSheet(reference: string): Buffer {
  const lines = [
    'reference;convention;association;date_saisine;canal;departement;beneficiaire',
    `${reference};AMF-2021;AV01;02/07/2026;plateforme;01;élu`,
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}

/** A saisine of today, confided to the association of the demonstration. */
async function aSaisine(reference: string, today: Day): Promise<void> {
  const coordinator = (await row<{ id: number }>('SELECT id FROM users WHERE email = ?', [
    MAILBOXES.coordinator,
  ]))!
  granted(
    await recordSaisine(
      {
        reference,
        convention: 'AMF-2021',
        association: 'AV01',
        date_saisine: formatDay(today),
        canal: 'plateforme',
        departement: '01',
        beneficiaire: 'elu',
      },
      coordinator.id
    )
  )
}
