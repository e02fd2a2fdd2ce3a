/* Keeps the banner of an open tab true, and says beside an open editor how long it can be saved. */
(function () {
  'use strict';
  const me = document.currentScript, html = document.documentElement;
  if (!me || document.querySelector('script[data-migration-active]')) return;
  me.setAttribute('data-migration-active', '');

  const SECOND = 1000, MINUTE = 60 * SECOND, URGENT = [1, 5, 10, 60], PATIENCE = 5;
  const url = new URL('status.json', me.src);
  const changed = new WeakSet(), lines = new Map();
  let css = me.parentNode.querySelector('link'), live, timer, ticker, request;
  const quiet = me.hasAttribute('data-migration-quiet') || url.origin !== location.origin;
  let interval = 30 * SECOND, failures = 0, lost = 0, asked = 0, ahead = 0;
  let texts, freeze = NaN, frozen = false, phase, level = 60, cameFrozen;

  /* The host may have added to Object.prototype: neither what we read nor what we pass may inherit that. */
  const get = (object, key) => object && Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;
  const bare = object => Object.assign(Object.create(null), object);
  const safe = action => event => { try { action(event); } catch (e) { /* the page is not ours to disturb */ } };
  const isVisible = () => document.visibilityState === 'visible';
  /* Not by the node's own methods: hosts replace some, and a form's fields hide others. */
  const drop = node => { if (node && node.parentNode) node.parentNode.removeChild(node); };
  const all = selector => Array.prototype.slice.call(document.querySelectorAll(selector));

  function set(node, attributes) {
    Object.keys(attributes).forEach(key => node.setAttribute(key, attributes[key] || ''));
    return node;
  }

  function element(name, attributes, ...children) {
    const made = set(document.createElement(name), attributes);
    made.append(...children);
    return made;
  }

  const speech = part => ({ lang: get(part, 'language').replace('und', ''), dir: get(part, 'dir') });

  /* In the language of the sentence, as it is written where the visitor is. */
  function localize(time, language) {
    const own = navigator.languages.find(tag => tag.split('-')[0] === language.split('-')[0]);
    time.textContent = new Intl.DateTimeFormat(own || language, bare({ day: 'numeric', month: 'long', year: 'numeric',
      hour: 'numeric', minute: '2-digit', timeZoneName: 'short' })).format(new Date(time.getAttribute('datetime')));
  }

  function paragraph(banner) {
    const detail = get(banner, 'detail'), moment = get(banner, 'moment'), link = get(banner, 'link');
    const made = element('p', {}, element('strong', {}, get(banner, 'title')), ' ',
      element('span', speech(detail), get(detail, 'text')));
    if (moment) {
      const time = element('time', { datetime: get(moment, 'time'), dir: 'auto' });
      safe(() => localize(time, get(banner, 'language')))();
      made.append(' ' + get(moment, 'before'), time, get(moment, 'after'));
    }
    if (link && /^https?:\/\//i.test(get(link, 'url'))) {
      made.append(' ', element('a', { href: get(link, 'url') }, element('span', speech(link), get(link, 'label'))));
    }
    return made;
  }

  const target = part => { const a = part.querySelector('a'); return a && a.getAttribute('href'); };

  function show(mode, banner) {
    const [root = element('div', { role: 'region' }), ...others] = all('.migration-banner');
    const name = 'migration-banner migration-banner-' + mode, old = root.querySelector('p'), made = paragraph(banner);
    others.forEach(drop);
    if (old && root.className === name && old.textContent === made.textContent && target(old) === target(made)) return;
    const focused = old && old.contains(document.activeElement) && target(made);
    set(root, Object.assign({ 'class': name, 'aria-label': get(banner, 'label') }, speech(banner)));
    drop(old);
    root.append(made);
    if (!root.isConnected) document.body.prepend(root);
    if (focused) made.querySelector('a').focus({ preventScroll: true });
    place(root);
    if (!lines.size) say(get(banner, 'title'), banner);
  }

  const hide = () => loosen(() => all('.migration-banner').forEach(drop));

  /* Lets the stylesheet go on where the banner does not. */
  function loosen(then) {
    if (!css || css.parentNode === document.head) return then();
    const copy = css.cloneNode();
    copy.onload = copy.onerror = safe(() => { drop(css); css = copy; then(); });
    document.head.append(copy);
  }

  /* A body may be a row or have margins: in front of it the banner has the whole width. Headers may be fixed above it. */
  function place(root) {
    const box = root.getBoundingClientRect();
    if (!css) return;
    if (root.parentNode === document.body && (box.left > 1 || box.right < html.clientWidth - 1)) {
      loosen(() => { html.insertBefore(root, document.body); place(root); });
      return;
    }
    let over = document.elementFromPoint(box.left + box.width / 2, box.top + 2);
    while (over && !root.contains(over) && getComputedStyle(over).position !== 'fixed') over = over.parentElement;
    const header = over && !root.contains(over) && over.getBoundingClientRect();
    if (header && header.top <= 1 && header.height < innerHeight / 2) {
      root.style.setProperty('margin-block-start', header.bottom - box.top + 'px', 'important');
    }
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
      if (line.nextSibling !== place) place.parentNode.insertBefore(line, place);
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
      const words = phase && get(texts, phase);
      level = 60;
      if ((write(words) || phase !== before) && lines.size) say(words, texts);
      return;
    }
    const seconds = Math.ceil(left / SECOND), reached = URGENT.find(limit => minutes <= limit);
    const soon = get(texts, 'soon').replace('{minutes}', minutes);
    write(minutes > 10 ? soon : get(texts, 'countdown').replace('{left}',
      Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0')));
    if (lines.size) {
      if (reached < level) say(soon, texts);
      ticker = setTimeout(safe(tick), left % SECOND || SECOND);
    }
    level = reached;
  }

  function take(status) {
    const mode = get(status, 'mode'), banner = get(status, 'banner'), next = get(status, 'next');
    const freezes = word => word !== 'normal' && word !== 'announced';
    if (typeof mode !== 'string' || !/^[a-z-]{1,20}$/.test(mode)) throw new Error('no status');
    frozen = freezes(mode);
    freeze = next && freezes(get(next, 'mode')) ? Date.parse(get(next, 'at')) : NaN;
    texts = get(status, 'editor') || texts;
    interval = (mode === 'normal' ? 60 : 30) * SECOND;
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
    request = new AbortController();
    asked = Date.now();
    const limit = setTimeout(() => request && request.abort(), 10 * SECOND);
    fetch(url.href, bare({ cache: 'no-store', redirect: 'error', signal: request.signal })).then(answer => {
      const date = Date.parse(answer.headers.get('date'));
      if (date) ahead = date - (asked + Date.now()) / 2;
      /* A server that is being deployed or wants a login for a moment is not gone yet. */
      if (answer.status === 404 || answer.status === 401) lost++;
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then(take).then(() => { failures = lost = 0; }, () => { failures++; }).then(() => {
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
    const [root] = all('.migration-banner');
    document.head.append(me);
    all('.migration-banner time').forEach(safe(time => localize(time, root.lang)));
    place(root);
    if (quiet) return;
    if (css) document.body.append(live = element('div', { 'class': 'migration-live', role: 'status', 'aria-live': 'polite' }));
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
