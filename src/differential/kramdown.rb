# Prints what kramdown reads, in the form of read.mjs: ruby kramdown.rb kramdown|GFM < CASES.jsonl
# With --html, the page that it makes in the place of the Markdown, as Jekyll sets it up.
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'

def collect(element, found, notes = [])
  if element.type == :math
    found << { display: element.options[:category] == :block, tex: element.value }
  end
  element.children.each { |child| collect(child, found, notes) }
  if element.type == :footnote && element.value.is_a?(Kramdown::Element) && !notes.include?(element.value.object_id)
    notes << element.value.object_id
    collect(element.value, found, notes)
  end
  found
end

STDIN.each_line do |line|
  entry = JSON.parse(line)
  text = entry['markdown'].delete_prefix("\uFEFF")
  begin
    if ARGV[1] == '--html'
      # Straight quotes stand for the typographic ones, which MathJax takes for the same.
      html = Kramdown::Document.new(text, input: ARGV[0], hard_wrap: false, math_engine: 'mathjax', smart_quotes: 'apos,apos,quot,quot').to_html
      puts JSON.generate(id: entry['id'], markdown: html)
      next
    end
    root = Kramdown::Document.new(text, input: ARGV[0]).root
    puts JSON.generate(id: entry['id'], formulas: collect(root, []))
  rescue StandardError => e
    warn "#{entry['id']}: #{e.message}"
  end
end
