import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

const DIRECTORY = 'docs/images/ecrans'

export default class DocsScreenshots extends OfficeCommand {
  static override commandName = 'docs:screenshots'
  static override description =
    'Refaire les images du guide, à partir d’une démonstration à part (dépendances de développement)'
  // The demonstration has its own database: this process opens none.
  static override options = { startApp: false }

  async perform() {
    const { launchChromium } = await import('#app/demo/screenshots/launch_chromium')
    const { codeOf, inDemoFolder, playDemo } = await import('#app/demo/screenshots/demo_elsewhere')
    const { PICTURES } = await import('#app/demo/screenshots/pictures')
    const { takePictures } = await import('#app/demo/screenshots/take_pictures')
    const { serveScreens } = await import('#app/shared/serve_screens')
    const { stepBar } = await import('#app/shared/step_bar')
    const { plural } = await import('#app/shared/french_format')
    const browser = await launchChromium()
    if (isRefused(browser)) return browser
    const watch = stepBar()
    const files = await inDemoFolder(async (folder) => {
      watch('Démonstration')
      await playDemo(folder)
      const screens = await serveScreens()
      try {
        const studio = { browser, url: screens.url, directory: DIRECTORY, codeOf }
        return await takePictures(studio, PICTURES, (done) =>
          watch('Images', done, PICTURES.length)
        )
      } finally {
        await browser.close()
        screens.close()
        await screens.ended
        watch('')
      }
    })
    return {
      data: { files },
      lines: [`${plural(files.length, 'image')} dans ${DIRECTORY}.`],
    }
  }
}
