# Prints what kramdown reads, in the form of read.mjs: ruby kramdown.rb kramdown|GFM < CASES.jsonl
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
    root = Kramdown::Document.new(text, input: ARGV[0]).root
    puts JSON.generate(id: entry['id'], formulas: collect(root, []))
  rescue StandardError => e
    warn "#{entry['id']}: #{e.message}"
  end
end
