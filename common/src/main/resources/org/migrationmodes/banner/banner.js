/* Keeps the banner of an open tab true, and says beside an open editor how long it can be saved. */
(function () {
  'use strict';
  const me = document.currentScript, html = document.documentElement, SERVICE = 'data-migration-service';
  if (!me) return;

  /* Not by the node's own methods: hosts replace some, and a form's fields hide others. */
  const drop = node => { if (node && node.parentNode) node.parentNode.removeChild(node); };
  const all = selector => Array.prototype.slice.call(document.querySelectorAll(selector));
  /* Two plugins may be in one page: each has its own script, banner and live region. */
  const serves = node => node.getAttribute(SERVICE) || '', service = serves(me);
  const own = selector => all(selector).filter(node => serves(node) === service);
  if (own('script[data-migration-active]').length) return;
  me.setAttribute('data-migration-active', '');

  const SECOND = 1000, MINUTE = 60 * SECOND, URGENT = [1, 5, 10, 60], PATIENCE = 5;
  const url = new URL('status.json', me.src);
  if (service) url.searchParams.set('service', service);
  const changed = new WeakSet(), lines = new Map();
  const around = me.closest('.migration-banner, .migration-refusal');
  let root = me.closest('.migration-banner'), css = root && root.querySelector('link'), live, timer, ticker, request;
  const quiet = me.hasAttribute('data-migration-quiet') || url.origin !== location.origin;
  let interval = 30 * SECOND, failures = 0, lost = 0, asked = 0, ahead = 0;
  let texts, freeze = NaN, frozen = false, phase, level = 60, cameFrozen;

  /* The host may have added to Object.prototype: neither what we read nor what we pass may inherit that. */
  const bare = object => Object.assign(Object.create(null), object);
  const parse = text => JSON.parse(text, (key, value) => value && typeof value === 'object' ? bare(value) : value);
  /* Not document.body, which an element of that name hides; and the host may put another in its place. */
  const part = name => html.querySelector(name);
  const safe = action => event => { try { action(event); } catch (e) { /* the page is not ours to disturb */ } };
  const isVisible = () => document.visibilityState === 'visible';

  function set(node, attributes) {
    Object.keys(attributes).forEach(key => node.setAttribute(key, attributes[key] || ''));
    return node;
  }

  function element(name, attributes, ...children) {
    const made = set(document.createElement(name), attributes);
    made.append(...children);
    return made;
  }

  const speech = words => ({ lang: words.language.replace('und', ''), dir: words.dir });

  /* In the language of the sentence, as it is written where the visitor is. */
  function localize(time, language) {
    const known = navigator.languages.find(tag => tag.split('-')[0] === language.split('-')[0]);
    time.textContent = new Intl.DateTimeFormat(known || language, bare({ day: 'numeric', month: 'long', year: 'numeric',
      hour: 'numeric', minute: '2-digit', timeZoneName: 'short' })).format(new Date(time.getAttribute('datetime')));
  }

  function paragraph({ title, language, detail, moment, link }) {
    const made = element('p', {}, element('strong', {}, title), ' ', element('span', speech(detail), detail.text));
    if (moment) {
      const time = element('time', { datetime: moment.time, dir: 'auto' }, moment.shown);
      safe(() => localize(time, language))();
      made.append(' ' + moment.before, time, moment.after);
    }
    if (link && /^https?:\/\//i.test(link.url)) {
      made.append(' ', element('a', { href: link.url }, element('span', speech(link), link.label)));
    }
    return made;
  }

  const target = words => { const a = words.querySelector('a'); return a && a.getAttribute('href'); };

  function show(mode, banner) {
    const [found, ...others] = own('.migration-banner');
    others.forEach(drop);
    root = found || root || element('div', { role: 'region', [SERVICE]: service });
    const name = 'migration-banner migration-banner-' + mode, old = root.querySelector('p'), made = paragraph(banner);
    const same = old && root.className === name && old.textContent === made.textContent && target(old) === target(made);
    if (same && found) return;
    if (!same) {
      const focused = old && old.contains(document.activeElement) && target(made);
      set(root, Object.assign({ 'class': name, 'aria-label': banner.label }, speech(banner)));
      drop(old);
      root.append(made);
      if (focused) made.querySelector('a').focus({ preventScroll: true });
    }
    if (!found) part('body').prepend(root);
    place();
    if (!same && !lines.size) say(banner.title, banner);
  }

  const hide = () => loosen(() => {
    own('.migration-banner').forEach(drop);
    root = undefined;
  });

  /* Lets the stylesheet go on where the banner does not. */
  function loosen(then) {
    if (!css || css.parentNode === part('head')) return then();
    const copy = css.cloneNode();
    copy.onload = copy.onerror = safe(() => { drop(css); css = copy; then(); });
    part('head').append(copy);
  }

  /* A body may be a row or have margins: in front of it the banner has the whole width. Headers may be fixed above it. */
  function place() {
    const box = root && root.getBoundingClientRect();
    if (!css || !box) return;
    if (root.parentNode !== html && (box.left > 1 || box.right < html.clientWidth - 1)) {
      loosen(() => { if (root) html.insertBefore(root, part('body')); place(); });
      return;
    }
    let over = document.elementFromPoint(box.left + box.width / 2, box.top + 2);
    while (over && !root.contains(over) && getComputedStyle(over).position !== 'fixed') over = over.parentElement;
    const header = over && !root.contains(over) && over.getBoundingClientRect();
    if (header && header.top <= 1 && header.height < innerHeight / 2) {
      root.style.setProperty('margin-block-start', header.bottom - box.top + 'px', 'important');
    }
  }

  /* Before there is something to say: what is new together with its words is not spoken. */
  function listen() {
    if (!css || (live && live.isConnected)) return;
    part('body').append(live = element('div', { 'class': 'migration-live', role: 'status', 'aria-live': 'polite' }));
  }

  function say(words, language) {
    if (live) set(live, speech(language)).textContent = words;
  }

  const isDrawn = node => node.getClientRects().length > 0;
  const isText = field => field.matches('textarea:not([readonly]):not([disabled]), [contenteditable]:not([contenteditable=false])');

  /* All at once, since a page may have hundreds of forms. By attributes of a form, one of whose fields may be called method. */
  function editors() {
    const forms = new Map();
    all('input, textarea, [contenteditable]').forEach(field => {
      const form = field.form || field.closest('form');
      if (form) forms.set(form, forms.get(form) || []).get(form).push(field);
    });
    return [...forms.keys()].filter(form => {
      const fields = forms.get(form);
      return /^post$/i.test(form.getAttribute('method')) && (changed.has(form) || fields.some(isText)) &&
        !fields.some(field => field.type === 'password') && fields.some(isDrawn);
    });
  }

  /* The line stands before the form; returns whether there is a new one. */
  function write(words) {
    const before = lines.size;
    if (words && phase !== 'open') {
      editors().forEach(form => {
        if (lines.has(form) || (cameFrozen && !changed.has(form))) return;
        lines.set(form, element('p', Object.assign({ 'class': 'migration-countdown' }, speech(texts))));
      });
    }
    const added = lines.size > before;
    lines.forEach((line, form) => {
      if (!words || !form.isConnected) {
        lines.delete(form);
        drop(line);
        return;
      }
      if (line.textContent !== words) line.textContent = words;
      /* A form across rows of a table is not drawn itself. */
      const place = isDrawn(form) ? form : form.closest('table') || form;
      let next = line.nextSibling;
      /* Lines of other forms or plugins may belong there, too. */
      while (next && next.className === line.className) next = next.nextSibling;
      if (next !== place) place.parentNode.insertBefore(line, place);
    });
    return added;
  }

  function tick() {
    clearTimeout(ticker);
    if (!texts || !isVisible()) return;
    const left = freeze - Date.now() - ahead, minutes = Math.ceil(left / MINUTE), before = phase;
    phase = frozen || left <= 0 ? 'frozen' : minutes <= 60 ? 'countdown' : before && before !== 'countdown' ? 'open' : '';
    if (cameFrozen === undefined || phase === 'countdown') cameFrozen = phase === 'frozen';
    if (phase !== 'countdown') {
      const words = phase && texts[phase];
      level = 60;
      if ((write(words) || phase !== before) && lines.size) say(words, texts);
      return;
    }
    const seconds = Math.ceil(left / SECOND), reached = URGENT.find(limit => minutes <= limit);
    const soon = texts.soon.replace('{minutes}', minutes);
    write(minutes > 10 ? soon : texts.countdown.replace('{left}',
      Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0')));
    if (lines.size) {
      if (reached < level) say(soon, texts);
      ticker = setTimeout(safe(tick), left % SECOND || SECOND);
    }
    level = reached;
  }

  function take(status) {
    const { mode, banner, next } = status;
    const freezes = word => word !== 'normal' && word !== 'announced';
    const isOurs = !service || status.service === service;
    if (!isOurs || typeof mode !== 'string' || !/^[a-z-]{1,20}$/.test(mode)) throw new Error('no status');
    frozen = freezes(mode);
    freeze = next && freezes(next.mode) ? Date.parse(next.at) : NaN;
    texts = status.editor || texts;
    interval = (mode === 'normal' && !next ? 60 : 30) * SECOND;
    if (mode === 'normal') hide(); else if (banner) show(mode, banner);
    tick();
  }

  function schedule() {
    clearTimeout(timer);
    if (lost < PATIENCE && !request && isVisible()) {
      const wait = failures ? Math.min(300 * SECOND, 30 * SECOND * Math.pow(2, failures)) : interval;
      timer = setTimeout(safe(ask), wait * (0.8 + 0.4 * Math.random()));
    }
  }

  function ask() {
    clearTimeout(timer);
    if (request || !isVisible()) return;
    safe(listen)();
    request = new AbortController();
    asked = Date.now();
    const limit = setTimeout(() => request && request.abort(), 10 * SECOND);
    fetch(url.href, bare({ cache: 'no-store', redirect: 'error', signal: request.signal })).then(answer => {
      const date = Date.parse(answer.headers.get('date'));
      if (date) ahead = date - (asked + Date.now()) / 2;
      /* A server that is being deployed or wants a login for a moment is not gone yet. */
      if (answer.status === 404 || answer.status === 401) lost++;
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    }).then(text => take(parse(text))).then(() => { failures = lost = 0; }, () => { failures++; }).then(() => {
      clearTimeout(limit);
      request = undefined;
      schedule();
    });
  }

  const look = safe(() => {
    tick();
    if (Date.now() - asked > 10 * SECOND) ask(); else schedule();
  });

  function start() {
    const style = me.getAttribute('data-migration-style');
    part('head').append(me);
    if (style) part('head').append(css = element('link', { rel: 'stylesheet', href: style }));
    if (around) around.querySelectorAll('time').forEach(safe(time => localize(time, time.closest('[lang]').lang)));
    place();
    if (quiet) return;
    listen();
    document.addEventListener('visibilitychange', look);
    addEventListener('pageshow', safe(event => { if (event.persisted) { asked = 0; look(); } }));
    addEventListener('pagehide', safe(() => { if (request) request.abort(); }));
    document.addEventListener('input', safe(event => {
      const form = event.target.form || event.target.closest('form');
      if (!form || changed.has(form)) return;
      changed.add(form);
      if (texts || !editors().includes(form)) tick(); else look();
    }), true);
    if (editors().length) ask(); else schedule();
  }

  if (document.prerendering) document.addEventListener('prerenderingchange', safe(start), { once: true }); else safe(start)();
})();
