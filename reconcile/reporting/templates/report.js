"use strict";
(function () {
  var form = document.getElementById("filter");
  var shown = document.getElementById("shown");
  var nothing = document.getElementById("nothing");
  var facts = Array.from(document.querySelectorAll(".fact")).map(function (node, rank) {
    return {
      node: node,
      rank: rank,
      verdict: node.dataset.verdict,
      publishers: JSON.parse(node.dataset.publishers),
      sources: JSON.parse(node.dataset.sources),
      origins: Number(node.dataset.origins),
      newest: node.dataset.newest,
      title: node.querySelector("h3").textContent,
      text: node.textContent.toLowerCase()
    };
  });
  var orders = {
    gravity: function (a, b) { return a.rank - b.rank; },
    title: function (a, b) { return a.title.localeCompare(b.title, "en") || a.rank - b.rank; },
    origins: function (a, b) { return b.origins - a.origins || a.rank - b.rank; },
    newest: function (a, b) { return a.newest < b.newest ? 1 : a.newest > b.newest ? -1 : a.rank - b.rank; }
  };

  function wanted(fact) {
    var words = form.elements.text.value.toLowerCase().trim();
    var verdict = form.elements.verdict.value;
    var publisher = form.elements.publisher.value;
    var source = form.elements.source.value;
    return (!verdict || fact.verdict === verdict) &&
      (!publisher || fact.publishers.indexOf(publisher) >= 0) &&
      (!source || fact.sources.indexOf(source) >= 0) &&
      (!words || fact.text.indexOf(words) >= 0);
  }

  function apply() {
    var count = 0;
    facts.forEach(function (fact) {
      fact.node.hidden = !wanted(fact);
      count += fact.node.hidden ? 0 : 1;
    });
    document.querySelectorAll(".verdicts").forEach(function (section) {
      section.hidden = !section.querySelector(".fact:not([hidden])");
    });
    nothing.hidden = count > 0 || facts.length === 0;
    shown.textContent = count + " of " + facts.length + (facts.length === 1 ? " fact" : " facts") + " shown";
  }

  function sort() {
    facts.slice().sort(orders[form.elements.order.value]).forEach(function (fact) {
      fact.node.parentNode.appendChild(fact.node);
    });
  }

  function reveal() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var hidden = target && target.closest(".fact[hidden]");
    if (hidden) {
      form.reset();
      apply();
      target.scrollIntoView();
    }
  }

  form.hidden = facts.length === 0;
  form.addEventListener("input", apply);
  form.addEventListener("reset", function () { setTimeout(function () { sort(); apply(); }, 0); });
  form.elements.order.addEventListener("change", sort);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", reveal);
  apply();
  reveal();
})();
