/* Comfort only: every page works without this file. */
up.link.config.followSelectors.push('a[href]:not([data-plain])')
up.link.config.instantSelectors = []
up.form.config.submitSelectors.push('form:not([data-plain])')
up.fragment.config.mainTargets = ['#page']
up.network.config.progressBar = true
up.history.config.updateMetaTags = false
up.script.config.evalCallbackPolicy = 'pass'
up.form.config.disable = true

/* What a page says is done, or refused, is read out and seen. */
up.on('up:fragment:inserted', (event, fragment) => {
  const notice = fragment.querySelector('[data-announce]')
  if (notice) notice.focus({ preventScroll: false })
})

/* A long work that has ended leads to its result: the whole page, at its own address. */
up.on('up:fragment:poll', ({ renderOptions }) => {
  renderOptions.fallback = ':main'
  renderOptions.history = 'auto'
})

/* A list of things to decide: each key presses the button that names it. */
up.on('keydown', 'body', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented)
    return
  const typing = event.target.closest(
    'input:not([type=checkbox]):not([type=radio]), textarea, select'
  )
  if (typing) {
    if (event.key === 'Escape') event.target.blur()
    return
  }
  if (event.key === 'Enter' && event.target.closest('a, button, summary')) return
  const name = CSS.escape(event.key)
  const target = document.querySelector(`[data-key="${name}"]`)
  if (!target) return
  event.preventDefault()
  if (target.matches('input, textarea, select')) target.focus()
  else target.click()
})
