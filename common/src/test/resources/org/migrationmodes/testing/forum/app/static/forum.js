// Edits a post where it stands; without this script the link leads to the edit form.
(function () {
  "use strict";
  var root = document.querySelector("link[rel=stylesheet]").href.replace(/forum\.css.*$/, "");

  function ask(action, fields) {
    var body = new URLSearchParams(fields);
    body.set("module", "ajax");
    body.set("action", action);
    return fetch(root + "jforum.page", {
      method: "POST",
      body: body,
      headers: { "X-Requested-With": "XMLHttpRequest" },
    }).then(function (answer) {
      if (!answer.ok) {
        throw new Error("HTTP " + answer.status);
      }
      return answer.text();
    });
  }

  function button(label, className, deed) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = className;
    made.textContent = label;
    made.addEventListener("click", deed);
    return made;
  }

  function decode(escaped) {
    return new DOMParser().parseFromString("<textarea>" + "\n" + escaped + "</textarea>", "text/html").querySelector(
      "textarea"
    ).value;
  }

  function edit(id, place, escaped) {
    var before = Array.from(place.childNodes);
    var area = document.createElement("textarea");
    var actions = document.createElement("p");
    var remark = document.createElement("p");
    area.rows = 8;
    area.value = decode(escaped);
    area.setAttribute("aria-label", "Message");
    actions.className = "actions";
    remark.setAttribute("role", "status");
    actions.append(
      button("Save", "button", function () {
        ask("savePost", { post_id: id, message: area.value }).then(
          function (html) {
            place.innerHTML = html;
          },
          function (error) {
            remark.textContent = "Not saved (" + error.message + "). Your text is still here.";
          }
        );
      }),
      button("Cancel", "button plain", function () {
        place.replaceChildren.apply(place, before);
      })
    );
    place.replaceChildren(area, remark, actions);
    area.focus();
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-edit]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    var id = link.dataset.edit;
    var place = document.querySelector('[data-post="' + id + '"]');
    event.preventDefault();
    ask("loadPostContents", { post_id: id }).then(edit.bind(null, id, place), function () {
      location.href = link.href;
    });
  });
})();
